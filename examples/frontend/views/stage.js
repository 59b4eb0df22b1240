/* A stage on the way of a vision or a project. */

import { body } from "../parts/blocks.js";
import { editable } from "../parts/editable.js";
import { element, section } from "../parts/element.js";
import { events } from "../parts/events.js";
import { richText } from "../parts/rich-text.js";
import { stageRail } from "../parts/stages.js";
import { say } from "../words/words.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

export function stage(page) {
  const stages = page.initiative?.stages ?? [];
  const place =
    stages.length > 1 &&
    element("p", { class: "hint" }, say("stageOf", { position: page.position, count: stages.length }));
  return [
    pageHead(page, place, page.statusNote && element("p", { class: "hint", ...editable(page.edit, "statusNote") }, page.statusNote)),
    body(page.body),
    section(say("events"), { class: "wide" }, events(page.participationEvents)),
    section(say("results"), editable(page.edit, "results"), richText(page.results)),
    pageFoot(page),
    section(say("stages"), { class: "wide" }, stageRail(stages, { pageId: page.id })),
  ];
}
