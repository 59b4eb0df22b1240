/* The stages of a vision or a project on a rail: where it stands, and what came before. */

import { period } from "../words/times.js";
import { readerPath, say } from "../words/words.js";
import { status } from "./cards.js";
import { editable } from "./editable.js";
import { element, served } from "./element.js";

function stop(stage, { currentId, pageId }) {
  const here = stage.id === currentId;
  return element(
    "li",
    {
      class: `stage ${stage.status.toLowerCase()}`,
      "aria-current": here && "step",
      ...served(stage.language),
      ...editable(stage.edit),
    },
    element("p", { class: "kicker" }, say(stage.kind)),
    element(
      "h3",
      {},
      element("a", { href: readerPath(stage), "aria-current": stage.id === pageId && "page" }, stage.title),
    ),
    element("p", { class: "stage-when" }, period(stage)),
    element("p", {}, status(stage.status)),
    here && element("p", { class: "stage-here" }, say("currentStage")),
  );
}

export function stageRail(stages, ids) {
  return (
    stages.length > 0 &&
    element(
      "ol",
      { class: "stages" },
      stages.map((stage) => stop(stage, ids)),
    )
  );
}
