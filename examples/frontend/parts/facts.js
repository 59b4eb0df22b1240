/* Short facts on a page, label by label. */

import { element } from "./element.js";

function value(content) {
  if (!Array.isArray(content)) return element("dd", {}, content);
  return content.map((one) => element("dd", {}, one));
}

/** Pairs of label and content; those without content are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, content]) => (Array.isArray(content) ? content.length > 0 : content));
  if (known.length === 0) return null;
  return element(
    "dl",
    { class: "facts" },
    known.map(([label, content]) => element("div", {}, element("dt", {}, label), value(content))),
  );
}
