/* What a claim rests on: figures, files, decisions of the council, sources. */

import { day } from "../words/times.js";
import { say } from "../words/words.js";
import { editable } from "./editable.js";
import { element, section } from "./element.js";
import { fileLink } from "./links.js";

export function keyFact({ value, label, note, edit }) {
  return element(
    "p",
    { class: "key-fact", ...editable(edit) },
    element("strong", {}, value),
    " ",
    element("span", {}, label),
    note && element("small", {}, note),
  );
}

export function download({ title, description, document, edit }) {
  return element(
    "p",
    { class: "download", ...editable(edit) },
    fileLink(title, document),
    description && element("span", {}, description),
  );
}

function decision({ bodyName, date, reference, title, outcome, paperUrl, lang, edit }) {
  const paper = reference && say("paper", { reference });
  return element(
    "li",
    { class: "decision", ...editable(edit) },
    element(
      "p",
      {},
      element("strong", { lang }, bodyName),
      date && [", ", element("time", { datetime: date.iso }, date.label)],
    ),
    title && element("p", { lang }, title),
    element(
      "p",
      {},
      outcome && element("span", { class: `outcome ${outcome.toLowerCase()}` }, say(outcome)),
      " ",
      paperUrl
        ? element("a", { href: paperUrl, hreflang: lang }, paper ?? new URL(paperUrl).hostname)
        : paper,
    ),
  );
}

/** All that a page has to prove what it says. */
export function evidence({ keyFacts = [], downloads = [], councilDecisions = [] }) {
  const list = (lines, name) => lines.length > 0 && element("ul", { class: name }, lines);
  return [
    section(
      say("keyFacts"),
      {},
      keyFacts.length > 0 && element("div", { class: "tiles" }, keyFacts.map(keyFact)),
    ),
    section(say("councilDecisions"), {}, list(councilDecisions.map(decision), "decisions")),
    section(
      say("downloads"),
      {},
      list(
        downloads.map((one) => element("li", {}, download(one))),
        "plain",
      ),
    ),
  ];
}

function source({ title, url, document, accessedOn }) {
  const named = document ? fileLink(title, document) : url ? element("a", { href: url }, title) : title;
  return element(
    "li",
    {},
    named,
    accessedOn && element("small", {}, " (", say("accessedOn", { date: day(accessedOn) }), ")"),
  );
}

export function sources(all = []) {
  return section(say("sources"), {}, all.length > 0 && element("ul", {}, all.map(source)));
}
