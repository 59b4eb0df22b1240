/* Numbered pages of a list. */

import { PAGE_SIZE } from "../ask/lists.js";
import { word } from "../words/words.js";
import { element } from "./element.js";

/** The number of the page that the address asks for. */
export function pageNumber(query) {
  return Math.max(1, Number.parseInt(query.get("page"), 10) || 1);
}

export function paging(total, query, path) {
  const count = Math.ceil(total / PAGE_SIZE);
  if (count < 2) return null;
  const current = pageNumber(query);
  const to = (number, label, name) => {
    const search = new URLSearchParams(query);
    search.set("page", number);
    const attributes = {
      href: `${path}?${search}`,
      "aria-label": name,
      "aria-current": number === current && "page",
    };
    return element("li", {}, element("a", attributes, label));
  };
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return element(
    "nav",
    { class: "paging", "aria-label": word("pages") },
    element(
      "ul",
      {},
      current > 1 && to(current - 1, word("previous")),
      numbers.map((number) => to(number, String(number), word("pageNumber", { number }))),
      current < count && to(current + 1, word("next")),
    ),
  );
}
