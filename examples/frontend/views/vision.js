/* A vision: what the city or its administration wants to become. */

import { quality } from "../parts/blocks.js";
import { cardSection } from "../parts/cards.js";
import { editable } from "../parts/editable.js";
import { element, section } from "../parts/element.js";
import { richText } from "../parts/rich-text.js";
import { say } from "../words/words.js";
import { initiative } from "./initiative.js";

function strategy({ name, websiteUrl }) {
  return websiteUrl ? element("a", { href: websiteUrl }, name) : name;
}

function entry({ title, path, date }) {
  return element(
    "li",
    {},
    element("time", { datetime: date.iso }, date.label),
    " ",
    element("a", { href: path }, title),
  );
}

export function vision(page) {
  const { qualities, leitbildEntries } = page;
  return initiative(page, {
    first: [
      section(
        say("visionStatement"),
        { class: "statement", ...editable(page.edit, "visionStatement") },
        richText(page.visionStatement),
      ),
      section(
        say("qualities"),
        {},
        qualities.length > 0 && element("div", { class: "tiles" }, qualities.map(quality)),
      ),
    ],
    facts: [
      [say("scope"), say(page.scope)],
      [say("strategies"), page.strategies.map(strategy)],
    ],
    last: [
      cardSection(say("linkedVisions"), page.linkedVisions),
      cardSection(say("projects"), page.projects.nodes),
      section(
        say("leitbildEntries"),
        {},
        leitbildEntries.length > 0 && element("ul", { class: "dated" }, leitbildEntries.map(entry)),
      ),
    ],
  });
}
