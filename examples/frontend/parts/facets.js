/* What a list can be narrowed to: a form that stands in the address, so that it can be passed on. */

import { say, word } from "../words/words.js";
import { element } from "./element.js";

function choice(name, { value, label, count }, chosen) {
  const box = element("input", { type: "checkbox", name, value, checked: chosen.includes(String(value)) });
  return element(
    "li",
    {},
    element(
      "label",
      {},
      box,
      " ",
      element("span", {}, label),
      " ",
      element("span", { class: "count" }, String(count)),
    ),
  );
}

function group({ name, title, choices }, query) {
  if (choices.length === 0) return null;
  const chosen = query.getAll(name);
  return element(
    "fieldset",
    {},
    element("legend", {}, title),
    element(
      "ul",
      {},
      choices.map((one) => choice(name, one, chosen)),
    ),
  );
}

/** `groups` of choices; what of the query is none of them goes along unseen. */
export function facets(groups, query, path) {
  const shown = groups.map((one) => group(one, query)).filter(Boolean);
  if (shown.length === 0) return null;
  const names = new Set([...groups.map(({ name }) => name), "page"]);
  const rest = [...query].filter(([name]) => !names.has(name));
  const kept = rest.map(([name, value]) => element("input", { type: "hidden", name, value }));
  const search = new URLSearchParams(rest).toString();
  return element(
    "form",
    { class: "facets", action: path, method: "get", "aria-label": word("filter") },
    kept,
    element(
      "details",
      { open: matchMedia("(min-width: 46rem)").matches || query.size > rest.length },
      element("summary", {}, say("filter")),
      shown,
      element(
        "p",
        { class: "actions" },
        element("button", { type: "submit" }, say("apply")),
        element("a", { href: search ? `${path}?${search}` : path }, say("reset")),
      ),
    ),
  );
}
