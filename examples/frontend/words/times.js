/* Moments and periods in words. */

import { element } from "../parts/element.js";
import { language, say, wordsLanguage } from "./words.js";

/* Whoever takes part does so in the city. */
const timeZone = "Europe/Berlin";

export function day(moment) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone }).format(new Date(moment));
}

function minute(moment) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short", timeZone }).format(
    new Date(moment),
  );
}

/** When an occasion to take part is, as exactly as its times count. */
export function occasion({ startsAt, endsAt, allDay }) {
  const format = allDay ? day : minute;
  const start = format(startsAt);
  const end = endsAt && format(endsAt);
  return element("span", wordsLanguage(), end && end !== start ? `${start} – ${end}` : start);
}

/** The period of a page: its own words, else its dates. */
export function period({ startDate, endDate, dateText }) {
  if (dateText) return dateText;
  if (startDate && endDate) {
    return startDate.label === endDate.label ? startDate.label : `${startDate.label} – ${endDate.label}`;
  }
  if (startDate) return say("from", { date: startDate.label });
  return endDate ? say("until", { date: endDate.label }) : null;
}
