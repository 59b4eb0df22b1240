/* The Leitbild in its own words, and how they changed. */

import { say } from "../words/words.js";
import { element } from "./element.js";

const ACTIONS = { INSERT: "ins", DELETE: "del" };

export function wording(text) {
  return text && element("blockquote", { class: "wording" }, element("p", { class: "lines" }, text));
}

function piece({ action, text }) {
  return ACTIONS[action] ? element(ACTIONS[action], {}, text) : text;
}

/** The pieces of two statements: what was taken out, what was put in, what stayed. */
export function wordingChanges(found) {
  if (!found || found.wording.every(({ action }) => action === "EQUAL")) return null;
  const { title, date } = found.earlier;
  return element(
    "details",
    { class: "changes" },
    element("summary", {}, say("changesSince", { title, date: date.label })),
    element("blockquote", { class: "wording" }, element("p", { class: "lines" }, found.wording.map(piece))),
  );
}
