/* The top of every page: skip link, name, languages, search, navigation. */

import { element, served } from "../parts/element.js";
import { say, word } from "../words/words.js";
import { navigationList } from "./navigation-list.js";
import { searchForm } from "./search-form.js";

function languages(alternates, site, locale) {
  if (alternates.length < 2) return null;
  const names = new Map(site.locales.map((one) => [one.code, one]));
  const links = alternates.map(({ locale: code, tag, path }) => {
    const { name, dir } = names.get(code);
    const attributes = {
      href: path,
      hreflang: tag,
      lang: tag,
      dir: dir.toLowerCase(),
      "aria-current": code === locale && "true",
    };
    return element("li", {}, element("a", attributes, name));
  });
  return element("nav", { class: "languages", "aria-label": word("languages") }, element("ul", {}, links));
}

function name(site, locale) {
  const { programme } = site;
  const text = programme?.title ?? site.name ?? "";
  const lang = programme ? served(programme.language) : {};
  return element(
    "a",
    {
      class: "site-name",
      href: programme?.language.locale === locale ? programme.path : `/${locale}/`,
      ...lang,
    },
    element("span", { class: "publisher" }, site.settings?.publisherName),
    element("span", {}, text),
  );
}

function menu(site) {
  const list = element("div", { id: "menu", class: "menu" }, navigationList(site.main));
  const toggle = () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
  };
  const button = element(
    "button",
    {
      type: "button",
      class: "menu-button",
      "aria-expanded": "false",
      "aria-controls": "menu",
      click: toggle,
    },
    say("menu"),
  );
  return element("nav", { class: "main-navigation", "aria-label": word("mainNavigation") }, button, list);
}

export function header(site, { locale, alternates, words }) {
  return element(
    "header",
    { class: "site-header" },
    element("a", { class: "skip", href: "#content" }, say("skip")),
    element("div", { class: "top" }, name(site, locale), languages(alternates, site, locale)),
    element("div", { class: "bar" }, site.main.length > 0 && menu(site), searchForm(locale, words)),
  );
}
