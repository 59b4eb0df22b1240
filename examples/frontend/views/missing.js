/* Where no page can be shown: why, and what to do instead. */

import { element } from "../parts/element.js";
import { say, word } from "../words/words.js";
import { heading } from "./page-head.js";

function languages(alternates, locales) {
  const links = alternates.map(({ locale, tag, path, title }) => {
    const { name, dir } = locales.find(({ code }) => code === locale);
    const lang = { lang: tag, dir: dir.toLowerCase(), hreflang: tag };
    return element("li", {}, element("a", { href: path, ...lang }, `${name}: ${title}`));
  });
  return links.length > 0 && [element("h2", {}, say("otherLanguages")), element("ul", {}, links)];
}

function missing(name, alternates, site) {
  const start = site.programme?.path;
  return {
    title: word(name),
    content: [
      element(
        "header",
        { class: "page-head" },
        heading(say(name)),
        element("p", { class: "lead" }, say(`${name}Text`)),
      ),
      languages(alternates, site.locales),
      start && element("p", {}, element("a", { href: start, class: "button" }, say("toStart"))),
    ],
  };
}

export function gone({ alternates }, site) {
  return missing("gone", alternates, site);
}

export function notFound({ alternates }, site) {
  return missing("notFound", alternates, site);
}

export function failed(again) {
  return {
    title: word("failed"),
    content: [
      element(
        "header",
        { class: "page-head" },
        heading(say("failed")),
        element("p", { class: "lead" }, say("failedText")),
      ),
      element("p", {}, element("button", { type: "button", class: "button", click: again }, say("again"))),
    ],
  };
}
