/* The entries of a navigation. */

import { element, served } from "../parts/element.js";
import { readerPath } from "../words/words.js";

function entry({ label, href, page, isCurrent, isActive, children = [] }) {
  /* An editor's own label is in the language of the navigation, a page's title in that of the page. */
  const lang = page && page.title === label ? served(page.language) : {};
  const to = page ? readerPath(page) : href;
  const current = isCurrent || to === location.pathname ? "page" : isActive ? "true" : null;
  const below = isActive && children.length > 0 && element("ul", {}, children.map(entry));
  return element("li", {}, element("a", { href: to, ...lang, "aria-current": current }, label), below);
}

export function navigationList(entries) {
  return element("ul", {}, entries.map(entry));
}
