/* Whom to ask. */

import { say } from "../words/words.js";
import { editable } from "./editable.js";
import { element } from "./element.js";

function line(label, content) {
  return content && element("div", {}, element("dt", {}, label), element("dd", {}, content));
}

export function contact({ name, organisation, person, phone, email, formUrl, address, openingHours, edit }) {
  const called = phone && element("a", { href: `tel:${phone.replace(/[^+\d]/g, "")}`, dir: "ltr" }, phone);
  const written = email && element("a", { href: `mailto:${email}` }, email);
  const lines = [
    line(say("phone"), called),
    line(say("email"), written),
    line(say("form"), formUrl && element("a", { href: formUrl }, new URL(formUrl).hostname)),
  ].filter(Boolean);
  return element(
    "div",
    { class: "contact", ...editable(edit) },
    element("p", { class: "tile-title" }, name),
    [organisation, person].filter(Boolean).map((text) => element("p", {}, text)),
    lines.length > 0 && element("dl", {}, lines),
    address && element("p", { class: "lines" }, address),
    openingHours && element("p", { class: "lines" }, openingHours),
  );
}
