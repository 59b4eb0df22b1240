/* Levels of participation; one shares its name with a kind of stage. */

import { say } from "./words.js";

export function level(value) {
  return say(value === "DECISION" ? "LEVEL_DECISION" : value);
}
