/* A page of a type that has no view of its own here. */

import { body } from "../parts/blocks.js";
import { cards } from "../parts/cards.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

export function content(page) {
  return [pageHead(page), body(page.body ?? []), cards(page.children?.nodes ?? [], "h2"), pageFoot(page)];
}
