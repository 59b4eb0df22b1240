/* The blocks of a body: each type has its renderer, what has none is shown as what it holds. */

import { say, word } from "../words/words.js";
import { contact } from "./contacts.js";
import { editable } from "./editable.js";
import { element } from "./element.js";
import { download, keyFact } from "./evidence.js";
import { link, pageLink } from "./links.js";
import { figure } from "./picture.js";
import { richText } from "./rich-text.js";
import { table } from "./table.js";
import { video } from "./video.js";

export function quality({ title, description, edit }) {
  return element(
    "div",
    { class: "quality", ...editable(edit) },
    element("p", { class: "tile-title" }, title),
    description && element("p", {}, description),
  );
}

function quote({ text, person, role }) {
  const said = [person, role].filter(Boolean).join(", ");
  return element(
    "figure",
    { class: "quote" },
    element("blockquote", {}, element("p", {}, text)),
    said && element("figcaption", {}, "— ", said),
  );
}

function notice({ tone, title, content }) {
  return element(
    "aside",
    { class: `notice ${tone.toLowerCase()}`, "aria-label": title || word(tone) },
    element("p", { class: "notice-title" }, title || say(tone)),
    richText(content),
  );
}

function accordion({ items }) {
  return items.map(({ title, content, edit }) =>
    element("details", editable(edit), element("summary", {}, title), richText(content)),
  );
}

export function linkWithDescription({ link: target, description }) {
  return (
    target && element("p", { class: "link" }, link(target), description && element("span", {}, description))
  );
}

function invitation(title, description, action) {
  return element(
    "aside",
    { class: "invitation", "aria-label": title },
    element("p", { class: "tile-title" }, title),
    description && element("p", {}, description),
    action,
  );
}

function unknown({ raw }) {
  const texts = Object.values(raw ?? {}).filter((value) => typeof value === "string" && value);
  return (
    texts.length > 0 && [
      element("p", { class: "hint" }, say("unknownBlock")),
      texts.map((text) => element("p", {}, text)),
    ]
  );
}

const BLOCKS = {
  HeadingBlock: ({ text, level }) => element(level.toLowerCase(), {}, text),
  RichTextBlock: ({ content, language }) => richText(content, { lang: language }),
  ImageBlock: ({ image, caption }) => image && figure(image, caption),
  QuoteBlock: quote,
  NoticeBlock: notice,
  AccordionBlock: accordion,
  TableBlock: table,
  VideoBlock: video,
  DownloadBlock: download,
  LinkBlock: linkWithDescription,
  CallToActionBlock: ({ title, description, link: target }) =>
    invitation(title, description, target && link(target, { class: "button" })),
  ParticipationTeaserBlock: ({ title, description, page }) =>
    invitation(title, description, page && pageLink(page, { class: "button" })),
  KeyFactBlock: keyFact,
  QualityBlock: quality,
  ContactBlock: ({ contact: point }) => point && contact(point),
  UnknownBlock: unknown,
};

/* Small blocks that stand side by side where several follow each other. */
const TILES = new Set(["KeyFactBlock", "QualityBlock", "ContactBlock"]);

function block(data, all) {
  const inside = all.filter(({ parentId }) => parentId === data.id).map((child) => block(child, all));
  const shown = (BLOCKS[data.__typename] ?? unknown)(data);
  if (!shown && inside.length === 0) return null;
  const attributes = { class: "block", "data-type": data.type, "data-block": data.id };
  return element("div", { ...attributes, ...editable(data.edit) }, shown, inside);
}

/** The blocks of a body that was asked for as one flat list. */
export function body(blocks) {
  const shown = [];
  let tiles = null;
  for (const data of blocks.filter(({ parentId }) => parentId === null)) {
    const node = block(data, blocks);
    if (!node) continue;
    if (!TILES.has(data.__typename)) tiles = null;
    else if (tiles?.dataset.type === data.type) {
      tiles.append(node);
      continue;
    } else tiles = element("div", { class: "tiles", "data-type": data.type });
    if (tiles) tiles.append(node);
    shown.push(tiles ?? node);
  }
  return shown;
}
