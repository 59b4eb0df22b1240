/* Formatted text, from the tree that the API gives. */

import { say } from "../words/words.js";
import { element } from "./element.js";

const MARKS = {
  bold: "strong",
  italic: "em",
  code: "code",
  strikethrough: "s",
  subscript: "sub",
  superscript: "sup",
};

const NODES = {
  text: ({ text, marks }) => marks.reduce((inside, mark) => element(MARKS[mark], {}, inside), text),
  lineBreak: () => element("br"),
  paragraph: (node) => element("p", {}, inside(node)),
  /* The page's title is its h1, and its parts are h2. */
  heading: (node) => element(`h${Math.min(Math.max(node.level, 3), 6)}`, {}, inside(node)),
  list: (node) => element(node.ordered ? "ol" : "ul", {}, inside(node)),
  listItem: (node) => element("li", {}, inside(node)),
  blockquote: (node) => element("blockquote", {}, inside(node)),
  image: ({ src, alt, width, height }) => src && element("img", { src, alt, width, height, loading: "lazy" }),
  link: textLink,
};

function textLink(node) {
  if (node.broken) return element("span", { class: "broken" }, inside(node), " (", say("brokenLink"), ")");
  return element("a", { href: node.href, hreflang: node.language }, inside(node));
}

/* What is not known here is shown as what it holds. */
function inside(node) {
  return (node.children ?? []).map((child) => (NODES[child.type] ?? inside)(child));
}

export function richText(text, attributes = {}) {
  if (!text || text.document.children.length === 0) return null;
  return element("div", { class: "text", ...attributes }, inside(text.document));
}
