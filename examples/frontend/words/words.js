/* The words of the frontend itself, in the language of the page or the next best one.

   A language without words of its own takes those of the languages that the API falls back to.
   What stands around a word may be in another language, so each says its own. */

import { element } from "../parts/element.js";
import { arabic } from "./arabic.js";
import { english } from "./english.js";
import { french } from "./french.js";
import { easyGerman, german } from "./german.js";
import { turkish } from "./turkish.js";
import { ukrainian } from "./ukrainian.js";

const dictionaries = {
  de: german,
  "de-simple": easyGerman,
  en: english,
  tr: turkish,
  fr: french,
  uk: ukrainian,
  ar: arabic,
};
const rightToLeft = ["ar"];

let spoken = "de";
let asked = "de";

/** Choose the words for a language of the site. */
export function speak(code, locales) {
  const locale = locales.find((one) => one.code === code);
  const chain = [code, ...(locale?.fallbacks ?? []), "en"];
  asked = code;
  spoken = chain.find((one) => one in dictionaries);
}

/** The language of the words, in which dates and numbers are written too. */
export function language() {
  return spoken;
}

/** Where a page stands for this reader: in the language asked for, also where it is missing in that. */
export function readerPath({ path, language }) {
  return language.isFallback ? `/${asked}${path.slice(path.indexOf("/", 1))}` : path;
}

/** The language of the words as attributes, for what holds them. */
export function wordsLanguage() {
  return { lang: spoken, dir: rightToLeft.includes(spoken) ? "rtl" : "ltr" };
}

/** What a language is called. */
export function languageName(tag) {
  return element("span", wordsLanguage(), new Intl.DisplayNames(spoken, { type: "language" }).of(tag));
}

/** A word as plain text. */
export function word(key, values = {}) {
  const found = dictionaries[spoken][key] ?? key;
  const text = typeof found === "string" ? found : found[new Intl.PluralRules(spoken).select(values.count)];
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? values[name].toLocaleString(spoken) : values[name],
  );
}

/** A word to be read. */
export function say(key, values) {
  return element("span", wordsLanguage(), word(key, values));
}
