/* The years of the history at a glance, drawn to scale: what is known to a year is as wide as one.

   Places along the line are percentages, so that it fits every width. */

import { drawing } from "./element.js";

const DAY = 86_400_000;

function scale(entries) {
  const moments = entries.flatMap(({ date }) => [Date.parse(date.earliest), Date.parse(date.latest) + DAY]);
  const first = new Date(Math.min(...moments)).getUTCFullYear();
  const last = new Date(Math.max(...moments) - 1).getUTCFullYear() + 1;
  const [start, end] = [Date.UTC(first), Date.UTC(last)];
  const place = (moment) => 3 + ((moment - start) / (end - start)) * 94;
  return { first, last, place };
}

function year(number, place) {
  const x = `${place(Date.UTC(number))}%`;
  const tick = drawing("line", { x1: x, x2: x, y1: 40, y2: 46 });
  /* Every few years a number: all of them would not fit a phone. */
  const label = number % 5 === 0 && drawing("text", { x, y: 64, "text-anchor": "middle" }, String(number));
  return [tick, label];
}

function mark({ date, isHighlight }, place) {
  const from = place(Date.parse(date.earliest));
  const to = place(Date.parse(date.latest) + DAY);
  const name = isHighlight ? "mark highlight" : "mark";
  if (date.precision === "DAY")
    return drawing("circle", { class: name, cx: `${from}%`, cy: 40, r: isHighlight ? 9 : 6 });
  return drawing("rect", {
    class: `${name} vague`,
    x: `${from}%`,
    y: 34,
    width: `${Math.max(to - from, 1.2)}%`,
    height: 12,
    rx: 6,
  });
}

/** A drawing beside the list of entries, which says all of it in words. */
export function overview(entries) {
  if (entries.length < 2) return null;
  const { first, last, place } = scale(entries);
  const years = Array.from({ length: last - first + 1 }, (_, index) => year(first + index, place));
  const line = drawing("line", { class: "axis", x1: "3%", x2: "97%", y1: 40, y2: 40 });
  const marks = [...entries].sort((a, b) => a.isHighlight - b.isHighlight).map((entry) => mark(entry, place));
  const attributes = { class: "overview", height: 74, "aria-hidden": "true" };
  return drawing("svg", attributes, line, years, marks);
}
