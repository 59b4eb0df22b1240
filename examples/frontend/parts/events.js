/* Occasions to take part. */

import { day, occasion } from "../words/times.js";
import { say } from "../words/words.js";
import { editable } from "./editable.js";
import { element } from "./element.js";

function actions(event) {
  const open = event.state === "OPEN" || event.state === "UPCOMING";
  const register = open && event.registrationOpen && event.registrationUrl;
  return [
    event.state === "OPEN" &&
      event.participationUrl &&
      element("a", { class: "button", href: event.participationUrl }, say("participate")),
    register && element("a", { class: "button", href: event.registrationUrl }, say("register")),
    open && event.calendarPath && element("a", { href: event.calendarPath, download: true }, say("calendar")),
  ].filter(Boolean);
}

function place({ venueName, address, attendanceMode }) {
  return [say(attendanceMode), [venueName, address].filter(Boolean).join(", ")].filter(Boolean);
}

export function event(data) {
  const { title, description, state, stage, registrationOpen, registrationDeadline, participantCount } = data;
  const links = actions(data);
  return element(
    "li",
    { class: `event ${state.toLowerCase()}`, ...editable(data.edit) },
    element("p", { class: "kicker" }, element("span", { class: `state ${state.toLowerCase()}` }, say(state))),
    element("h3", {}, title),
    element("p", { class: "event-when" }, occasion(data)),
    element(
      "p",
      { class: "event-where" },
      place(data).flatMap((part, at) => (at ? [" · ", part] : [part])),
    ),
    description && element("p", {}, description),
    data.accessibilityNote && element("p", {}, data.accessibilityNote),
    registrationOpen &&
      registrationDeadline &&
      element("p", {}, say("registerUntil", { date: day(registrationDeadline) })),
    participantCount &&
      element("p", { class: "participants" }, say("participants", { count: participantCount })),
    data.resultSummary && element("p", {}, data.resultSummary),
    stage &&
      element(
        "p",
        {},
        element("a", { href: stage.path }, [stage.initiative?.title, stage.title].filter(Boolean).join(": ")),
      ),
    links.length > 0 && element("p", { class: "actions" }, links),
  );
}

export function events(all) {
  return all.length > 0 && element("ul", { class: "events" }, all.map(event));
}

/** Those that one can still take part in. */
export function stillOpen(all) {
  return all.filter(({ state }) => state === "OPEN" || state === "UPCOMING");
}
