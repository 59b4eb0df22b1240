/* The foot of every page: more pages, what the law asks for, where to follow and to report. */

import { element } from "../parts/element.js";
import { say, word } from "../words/words.js";
import { navigationList } from "./navigation-list.js";

function navigation(label, entries) {
  return entries.length > 0 && element("nav", { "aria-label": word(label) }, navigationList(entries));
}

function newsletter({ newsletterText, newsletterUrl }) {
  if (!newsletterUrl) return null;
  return element("p", {}, newsletterText, " ", element("a", { href: newsletterUrl }, say("subscribe")));
}

function offers({ easyLanguagePage, signLanguagePage, socialProfiles, accessibilityFeedbackEmail }) {
  const links = [
    ...[easyLanguagePage, signLanguagePage].filter(Boolean).map(({ path, title }) => [path, title]),
    ...socialProfiles.map(({ url, name }) => [url, name]),
    ...(accessibilityFeedbackEmail ? [[`mailto:${accessibilityFeedbackEmail}`, say("barrier")]] : []),
  ];
  return (
    links.length > 0 &&
    element(
      "ul",
      {},
      links.map(([href, text]) => element("li", {}, element("a", { href }, text))),
    )
  );
}

export function footer({ name, settings, footer: entries, legal }) {
  return element(
    "footer",
    { class: "site-footer" },
    element(
      "div",
      {},
      element("p", { class: "publisher" }, settings?.publisherName ?? name),
      settings && newsletter(settings),
      navigation("footerNavigation", entries),
      settings && offers(settings),
      navigation("legalNavigation", legal),
    ),
  );
}
