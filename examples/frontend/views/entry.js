/* One event in the history of the Leitbild, with what it is known from. */

import { body } from "../parts/blocks.js";
import { cardSection } from "../parts/cards.js";
import { editable } from "../parts/editable.js";
import { element } from "../parts/element.js";
import { sources } from "../parts/evidence.js";
import { neighbours } from "../parts/neighbours.js";
import { wording } from "../parts/wording.js";
import { say } from "../words/words.js";
import { span } from "./history.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

export function entry(page) {
  return [
    pageHead(page, element("p", { class: "standing entry-date", ...editable(page.edit, "date") }, span(page))),
    wording(page.wording),
    body(page.body),
    sources(page.sources),
    pageFoot(page),
    neighbours(page),
    cardSection(say("visions"), page.relatedVisions),
  ];
}
