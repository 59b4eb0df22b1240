/* What changed between two statements of the Leitbild. */

import { ask } from "./api.js";

const CHANGES = `
query Changes($locale: LocaleCode, $from: Date!, $to: Date) {
  leitbildHistory(locale: $locale) {
    changes(from: $from, to: $to) {
      earlier { title path date { iso label } language { tag dir isFallback } }
      wording { action text }
    }
  }
}`;

export async function changes(locale, from, to) {
  return (await ask(CHANGES, { locale, from, to })).leitbildHistory?.changes;
}
