/* The history of the Leitbild: its years at a glance, then entry by entry. */

import { changes } from "../ask/history.js";
import { body } from "../parts/blocks.js";
import { element, section, served } from "../parts/element.js";
import { picture } from "../parts/picture.js";
import { overview } from "../parts/timeline.js";
import { wording, wordingChanges } from "../parts/wording.js";
import { readerPath, say } from "../words/words.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

/** A date with how exactly it is known, where that is not to the day. */
export function moment({ iso, label, precision }) {
  const time = element("time", { datetime: iso }, label);
  if (precision === "DAY") return time;
  return [time, " ", element("span", { class: "precision" }, say(`precision${precision}`))];
}

export function span({ date, endDate, dateText }) {
  if (dateText) return element("time", { datetime: date.iso }, dateText);
  return endDate ? [moment(date), " – ", moment(endDate)] : moment(date);
}

function entry(data) {
  const { title, summary, isHighlight, date, image, language } = data;
  return element(
    "li",
    {
      class: isHighlight ? "entry highlight" : "entry",
      "data-precision": date.precision,
      ...served(language),
    },
    element("p", { class: "entry-date" }, span(data)),
    element("h3", {}, element("a", { href: readerPath(data) }, title)),
    isHighlight && element("p", { class: "entry-highlight" }, say("highlight")),
    element("p", {}, summary),
    wording(data.wording),
    image && picture({ ...image, alt: "" }),
  );
}

function years(entries) {
  const groups = new Map();
  for (const one of entries) {
    const year = one.date.iso.slice(0, 4);
    groups.set(year, [...(groups.get(year) ?? []), one]);
  }
  return [...groups].map(([year, all]) =>
    element(
      "section",
      { class: "year" },
      element("h2", {}, year),
      element("ol", { class: "entries" }, all.map(entry)),
    ),
  );
}

/* The statement that held before the present one, if there was one. */
async function before(held, entries, locale) {
  const stated = entries.filter((one) => one.wording && one.date.earliest < held.date.earliest);
  const days = stated.map(({ date }) => date.latest).sort();
  return days.length > 0 ? changes(locale, days.at(-1), held.date.latest) : null;
}

async function statement(held, entries, locale) {
  if (!held?.wording) return null;
  const link = element("a", { href: held.path }, held.title);
  return section(
    say("statement"),
    { class: "statement" },
    wording(held.wording),
    element("p", {}, link, ", ", say("since", { date: held.date.label })),
    wordingChanges(await before(held, entries, locale)),
  );
}

export async function history(page, { locale }) {
  return [
    pageHead(page),
    await statement(page.statement, page.entries, locale),
    body(page.body),
    element("div", { class: "timeline wide" }, overview(page.entries), years(page.entries)),
    pageFoot(page),
  ];
}
