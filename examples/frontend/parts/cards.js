/* Pages in lists. */

import { period } from "../words/times.js";
import { languageName, readerPath, say } from "../words/words.js";
import { element, section, served } from "./element.js";
import { picture } from "./picture.js";

export function status(value) {
  return value && element("span", { class: `status ${value.toLowerCase()}` }, say(value));
}

/** Of what is served in another language than the one asked for, which one that is. */
export function otherLanguage({ isFallback, tag }) {
  return isFallback && [" · ", languageName(tag)];
}

export function card(page, heading = "h3") {
  const shown = page.image && picture({ ...page.image, alt: "" });
  const when = page.status && period(page);
  return element(
    "li",
    { class: "card", ...served(page.language) },
    element(
      "div",
      { class: "card-text" },
      element("p", { class: "kicker" }, say(page.__typename), otherLanguage(page.language)),
      element(heading, {}, element("a", { href: readerPath(page), hreflang: page.language.tag }, page.title)),
      page.summary && element("p", {}, page.summary),
      (page.status || when) && element("p", { class: "card-facts" }, status(page.status), " ", when),
    ),
    shown,
  );
}

export function cards(pages, heading) {
  return (
    pages.length > 0 &&
    element(
      "ul",
      { class: "cards" },
      pages.map((page) => card(page, heading)),
    )
  );
}

/** A part of a page that lists others. */
export function cardSection(title, pages, attributes = {}) {
  return section(title, { class: "wide", ...attributes }, cards((pages ?? []).filter(Boolean)));
}
