/* Links to pages, files and addresses elsewhere. */

import { language, readerPath, say } from "../words/words.js";
import { element, served } from "./element.js";

const UNITS = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
  ["byte", 1],
];

function size(bytes) {
  const [unit, factor] = UNITS.find(([, least]) => bytes >= least) ?? UNITS.at(-1);
  const format = { style: "unit", unit, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language(), format).format(bytes / factor);
}

/** A link as editors set it; its words alone, where it leads nowhere. */
export function link({ label, href, broken, language: tag }, attributes = {}) {
  if (broken || !href) return element("span", { class: "broken" }, label, " (", say("brokenLink"), ")");
  return element("a", { href, hreflang: tag, ...attributes }, label || href);
}

/** A link to a page, in the language in which the page is served. */
export function pageLink(page, attributes = {}) {
  const lang = { ...served(page.language), hreflang: page.language.tag };
  return element("a", { href: readerPath(page), ...lang, ...attributes }, page.title);
}

/* What to expect of a file: its format, its size, whether it is accessible. */
function fileFacts({ format, size: bytes, accessible }) {
  const checked = accessible !== null && say(accessible ? "accessible" : "notAccessible");
  const known = [format, bytes && size(bytes), checked].filter(Boolean);
  return known.flatMap((fact, at) => (at ? [" · ", fact] : [fact]));
}

export function fileLink(title, file) {
  if (!file?.url) return element("span", { class: "broken" }, title, " (", say("brokenLink"), ")");
  const facts = element("span", { class: "file-facts" }, fileFacts(file));
  return element("a", { class: "file", href: file.url, hreflang: file.inLanguage }, title, " ", facts);
}
