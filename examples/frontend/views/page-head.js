/* The beginning of every page: where one is, what it is called, how it stands. */

import { isPreview } from "../ask/preview.js";
import { breadcrumbs } from "../frame/breadcrumbs.js";
import { status } from "../parts/cards.js";
import { editable } from "../parts/editable.js";
import { element } from "../parts/element.js";
import { figure } from "../parts/picture.js";
import { period } from "../words/times.js";
import { say } from "../words/words.js";

/** A page's heading, which takes the focus when a reader comes from another page. */
export function heading(text, edit) {
  return element("h1", { tabindex: -1, ...editable(edit, "title") }, text);
}

function standing(page) {
  if (!page.status) return null;
  return element("p", { class: "standing", ...editable(page.edit, "statusSource") }, status(page.status), " ", period(page));
}

/** What a reader must know of this version of the page before trusting it. */
export function cautions({ language, isArchived, fallbackNotice }) {
  const texts = [
    isPreview && say("preview"),
    fallbackNotice,
    isArchived && say("archived"),
    !language.easyLanguage?.testedOn && language.easyLanguage?.label,
    language.machineTranslated && say("machineTranslated"),
    language.outdated && say("outdated"),
  ];
  return texts.filter(Boolean).map((text) => element("p", { class: "caution", role: "note" }, text));
}

export function pageHead(page, ...more) {
  return [
    breadcrumbs(page.breadcrumbs),
    element(
      "header",
      { class: "page-head" },
      element("p", { class: "kicker" }, say(page.__typename)),
      heading(page.title, page.edit),
      page.motto && element("p", { class: "motto", ...editable(page.edit, "motto") }, page.motto),
      page.summary && element("p", { class: "lead", ...editable(page.edit, "summary") }, page.summary),
      standing(page),
      more,
    ),
    page.image &&
      element(
        "div",
        { class: "hero", ...editable(page.edit, "image") },
        figure(page.image, page.image.caption, { eager: true }),
      ),
  ];
}
