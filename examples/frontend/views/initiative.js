/* What visions and projects have in common. */

import { body, linkWithDescription } from "../parts/blocks.js";
import { cardSection } from "../parts/cards.js";
import { editable } from "../parts/editable.js";
import { element, section } from "../parts/element.js";
import { events, stillOpen } from "../parts/events.js";
import { facts } from "../parts/facts.js";
import { richText } from "../parts/rich-text.js";
import { stageRail } from "../parts/stages.js";
import { say } from "../words/words.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

/* Where all is over, no stage is the one that it stands at. */
const OVER = new Set(["COMPLETED", "DISCONTINUED"]);

const ROLES = ["INITIATOR", "LEAD", "PARTNER", "CONTRIBUTOR", "FUNDER", "CONTRACTOR"];

function actor({ name, websiteUrl }) {
  return websiteUrl ? element("a", { href: websiteUrl }, name) : name;
}

function actors(all) {
  const known = all.filter((one) => one.actor);
  return facts(
    ROLES.map((role) => [say(role), known.filter((one) => one.role === role).map((one) => actor(one.actor))]),
  );
}

function sharedFacts(page) {
  return [
    [say("formerNames"), page.formerNames],
    [say("fieldsOfAction"), page.fieldsOfAction.map(({ name }) => name)],
    [say("strategicGoals"), page.strategicGoals.map(({ code, name }) => `${code} ${name}`)],
  ];
}

/** A vision or a project: `own` gives what only one of them has. */
export function initiative(page, own) {
  const open = stillOpen(page.stages.flatMap((stage) => stage.participationEvents));
  return [
    pageHead(page, page.statusNote && element("p", { class: "hint", ...editable(page.edit, "statusNote") }, page.statusNote)),
    section(say("openNow"), { class: "wide open-now" }, events(open)),
    section(
      say("stages"),
      { class: "wide" },
      stageRail(page.stages, { currentId: OVER.has(page.status) ? null : page.currentStage?.id }),
    ),
    own.first,
    section(say("goal"), editable(page.edit, "goal"), richText(page.goal)),
    body(page.body),
    section(say("achievements"), editable(page.edit, "achievements"), richText(page.achievements)),
    section(say("outlook"), editable(page.edit, "outlook"), richText(page.outlook)),
    facts([...own.facts, ...sharedFacts(page)]),
    section(say("actors"), editable(page.edit, "actors"), actors(page.actors)),
    section(say("foundations"), editable(page.edit, "foundations"), page.foundations.map(linkWithDescription)),
    pageFoot(page),
    cardSection(say("successor"), [page.successor]),
    own.last,
  ];
}
