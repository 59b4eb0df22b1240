/* A table that scrolls in itself where it is wider than the page. */

import { element } from "./element.js";

export function table({ caption, rows, headerRow, headerColumn, id }) {
  const cell = (text, row, column) => {
    if (headerRow && row === 0) return element("th", { scope: "col" }, text);
    if (headerColumn && column === 0) return element("th", { scope: "row" }, text);
    return element("td", {}, text);
  };
  const lines = rows.map((row, number) =>
    element(
      "tr",
      {},
      row.map((text, column) => cell(text, number, column)),
    ),
  );
  const caption_ = element("caption", { id: `caption-${id}` }, caption);
  const head = headerRow && element("thead", {}, lines[0]);
  const shown = element(
    "table",
    {},
    caption_,
    head,
    element("tbody", {}, headerRow ? lines.slice(1) : lines),
  );
  return element(
    "div",
    { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": `caption-${id}` },
    shown,
  );
}
