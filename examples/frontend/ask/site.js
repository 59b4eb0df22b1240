/* What stands around every page. */

import { ask } from "./api.js";

const ENTRY = `
fragment Entry on NavigationEntry {
  label href isCurrent isActive
  page { title path language { tag dir isFallback } }
}`;

const SITE = `
query Site($locale: LocaleCode, $path: String) {
  site {
    name
    locales { code name dir isSource fallbacks }
    main: navigation(handle: MAIN, locale: $locale, activePath: $path) {
      ...Entry children { ...Entry }
    }
    footer: navigation(handle: FOOTER, locale: $locale, activePath: $path) { ...Entry }
    legal: navigation(handle: LEGAL, locale: $locale, activePath: $path) { ...Entry }
    settings(locale: $locale) {
      publisherName newsletterText newsletterUrl accessibilityFeedbackEmail
      socialProfiles { name url }
      easyLanguagePage { title path }
      signLanguagePage { title path }
    }
  }
  programme(locale: $locale) { title path language { locale tag dir alternates { locale tag path title } } }
}${ENTRY}`;

export async function site(path, locale, signal) {
  const { site, programme } = await ask(SITE, { path, locale }, signal);
  return { ...site, programme };
}
