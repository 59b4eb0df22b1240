/* The way to a page. */

import { element, served } from "../parts/element.js";
import { readerPath, word } from "../words/words.js";

export function breadcrumbs(pages) {
  if (pages.length < 2) return null;
  const steps = pages.map((page, index) => {
    const attributes = {
      href: readerPath(page),
      ...served(page.language),
      "aria-current": index === pages.length - 1 && "page",
    };
    return element("li", {}, element("a", attributes, page.title));
  });
  return element(
    "nav",
    { class: "breadcrumbs", "aria-label": word("breadcrumbs") },
    element("ol", {}, steps),
  );
}
