/* The end of every page: evidence, sign language, whom to ask. */

import { contact } from "../parts/contacts.js";
import { editable } from "../parts/editable.js";
import { element, section } from "../parts/element.js";
import { evidence } from "../parts/evidence.js";
import { video } from "../parts/video.js";
import { say } from "../words/words.js";

export function pageFoot(page) {
  const { contacts = [], signLanguageVideos = [] } = page;
  return [
    evidence(page),
    section(say("signLanguage"), editable(page.edit, "signLanguageVideos"), signLanguageVideos.map(video)),
    section(
      say("contacts"),
      {},
      contacts.length > 0 && element("div", { class: "tiles" }, contacts.map(contact)),
    ),
  ];
}
