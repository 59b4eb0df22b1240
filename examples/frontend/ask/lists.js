/* Lists that a reader narrows: projects, occasions to take part, what is found. */

import { ask } from "./api.js";
import { CARD_FRAGMENTS } from "./media.js";
import { EDIT } from "./preview.js";

export const PAGE_SIZE = 12;

const TERM = "value { code name } count";

const PROJECTS = `
query Projects($locale: LocaleCode, $filter: ProjectFilter, $first: Int, $offset: Int) {
  projects(locale: $locale, filter: $filter, first: $first, offset: $offset, order: [TITLE_ASC]) {
    totalCount
    nodes { ...Card }
    facets {
      status { value count }
      participationLevel { value count }
      fieldOfAction { ${TERM} }
      district { ${TERM} }
    }
  }
}${CARD_FRAGMENTS}`;

const OPEN = `
query Open($locale: LocaleCode) {
  participationEvents(locale: $locale, filter: { state: [OPEN, UPCOMING] }, first: 6, order: [STARTS_ASC]) {
    nodes {
      ${EDIT} id title description state startsAt endsAt allDay attendanceMode format
      participationUrl registrationUrl registrationOpen registrationDeadline
      venueName address accessibilityNote participantCount resultSummary calendarPath
      stage { title path initiative { title path } }
    }
  }
}`;

const SEARCH = `
query Search($words: String!, $locale: LocaleCode, $types: [String!], $years: [Int!], $first: Int, $offset: Int) {
  search(query: $words, locale: $locale, types: $types, years: $years, first: $first, offset: $offset) {
    totalCount
    didYouMean
    facets { types { value count } years { value count } }
    edges {
      node { __typename path language { tag dir isFallback } breadcrumbs { title } }
      title { parts { text marked } }
      excerpt { parts { text marked } }
    }
  }
}`;

const SUGGEST = `
query Suggest($words: String!, $locale: LocaleCode) {
  searchSuggestions(query: $words, locale: $locale) {
    title { parts { text marked } }
    node { path language { tag dir isFallback } }
  }
}`;

function slice(number) {
  return { first: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE };
}

export async function projects(locale, filter, number) {
  return (await ask(PROJECTS, { locale, filter, ...slice(number) })).projects;
}

export async function openEvents(locale) {
  return (await ask(OPEN, { locale })).participationEvents.nodes;
}

export async function search(words, locale, chosen, number, signal) {
  return (await ask(SEARCH, { words, locale, ...chosen, ...slice(number) }, signal)).search;
}

export async function suggestions(words, locale, signal) {
  return (await ask(SUGGEST, { words, locale }, signal)).searchSuggestions;
}
