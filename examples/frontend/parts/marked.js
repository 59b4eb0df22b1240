/* Text in which what was searched for is marked. */

import { element } from "./element.js";

export function marked({ parts }) {
  return parts.map(({ text, marked: found }) => (found ? element("mark", {}, text) : text));
}
