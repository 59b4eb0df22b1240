/* The entrance: visions, what is open now, what stands in focus. */

import { openEvents } from "../ask/lists.js";
import { body } from "../parts/blocks.js";
import { cardSection } from "../parts/cards.js";
import { section } from "../parts/element.js";
import { events } from "../parts/events.js";
import { say } from "../words/words.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

function participation(all) {
  const open = all.filter(({ state }) => state === "OPEN");
  const later = all.filter(({ state }) => state === "UPCOMING");
  return [
    section(say("openNow"), { class: "wide open-now" }, events(open)),
    section(say("openLater"), { class: "wide" }, events(later)),
  ];
}

export async function programme(page, { locale }) {
  const shown = new Set(page.visions.map(({ id }) => id));
  return [
    pageHead(page),
    participation(await openEvents(locale)),
    cardSection(say("visions"), page.visions),
    body(page.body),
    cardSection(
      say("featured"),
      page.featured.filter(({ id }) => !shown.has(id)),
    ),
    pageFoot(page),
  ];
}
