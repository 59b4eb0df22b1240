/* What happened before and after an event, as one reads a history from page to page. */

import { readerPath, say, word } from "../words/words.js";
import { element, served } from "./element.js";

function neighbour(key, rel, entry) {
  if (!entry) return null;
  return element(
    "li",
    { class: rel },
    element("span", { class: "kicker" }, say(key)),
    element(
      "a",
      { href: readerPath(entry), rel, hreflang: entry.language.tag, ...served(entry.language) },
      entry.title,
    ),
    element("span", { class: "entry-date" }, entry.dateText || entry.date.label),
  );
}

export function neighbours({ id, parent }) {
  const entries = [...(parent?.entries ?? [])];
  entries.sort((one, other) => one.date.earliest.localeCompare(other.date.earliest));
  const here = entries.findIndex((one) => one.id === id);
  if (here < 0 || entries.length < 2) return null;
  return element(
    "nav",
    { class: "neighbours", "aria-label": word("entryNavigation") },
    element(
      "ul",
      { class: "plain" },
      neighbour("earlierEntry", "prev", entries[here - 1]),
      neighbour("laterEntry", "next", entries[here + 1]),
    ),
  );
}
