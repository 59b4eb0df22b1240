/* A project that serves one or more visions. */

import { cardSection } from "../parts/cards.js";
import { editable } from "../parts/editable.js";
import { element, section } from "../parts/element.js";
import { richText } from "../parts/rich-text.js";
import { level } from "../words/levels.js";
import { say } from "../words/words.js";
import { initiative } from "./initiative.js";

function location({ label, address, district }) {
  return [label, address, district?.name].filter(Boolean).join(", ");
}

export function project(page) {
  const places = page.locations.map(location);
  return initiative(page, {
    first: null,
    facts: [
      [say("participationLevel"), page.participationLevel && level(page.participationLevel)],
      [say("participationReason"), page.participationReason],
      [say("targetGroups"), page.targetGroups],
      [say("locations"), page.citywide ? [say("citywide"), ...places] : places],
      [
        say("website"),
        page.websiteUrl && element("a", { href: page.websiteUrl }, new URL(page.websiteUrl).hostname),
      ],
    ],
    last: [section(say("costs"), editable(page.edit, "costs"), richText(page.costs)), cardSection(say("visions"), page.visions)],
  });
}
