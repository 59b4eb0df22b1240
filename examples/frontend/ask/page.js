/* What stands at an address, with all that a page of any type shows. */

import { ask } from "./api.js";
import { BLOCK_FRAGMENTS } from "./blocks.js";
import { CARD_FRAGMENTS, FILE, LINK, RICH_TEXT } from "./media.js";
import { EDIT, EDIT_FIELDS } from "./preview.js";

const EVENT = `
fragment Event on ParticipationEvent {
  id title description state startsAt endsAt allDay attendanceMode format
  participationUrl registrationUrl registrationOpen registrationDeadline
  venueName address accessibilityNote participantCount resultSummary calendarPath ${EDIT}
}`;

const TYPES = `
fragment ProgrammeView on Programme {
  featured { ...Card }
  visions { ...Card motto currentStage { title } }
  leitbildHistory { ...Card }
}
fragment InitiativeView on Initiative {
  statusNote formerNames
  goal { ...RichText } achievements { ...RichText } outlook { ...RichText }
  fieldsOfAction { name } strategicGoals { code name }
  foundations { link { ...Link } description }
  successor { ...Card }
  actors { role actor { name websiteUrl ${EDIT} } }
  currentStage { id }
  stages {
    ...Card kind position
    participationEvents { ...Event }
  }
}
fragment VisionView on Vision {
  scope motto visionStatement { ...RichText } qualities { ...Quality ${EDIT} }
  strategies { name websiteUrl }
  linkedVisions { ...Card }
  projects(first: 12) { nodes { ...Card } }
  leitbildEntries { title path date { iso label } }
}
fragment ProjectView on Project {
  visions { ...Card }
  participationLevel participationReason targetGroups citywide websiteUrl
  locations { label address district { name } }
  costs { ...RichText }
}
fragment StageView on Stage {
  kind statusNote results { ...RichText } position
  participationEvents { ...Event }
  initiative { title path stages { ...Card kind position } }
}
fragment HistoryView on LeitbildHistory {
  statement { title path wording date { ...Moment } }
  entries {
    id title summary path wording isHighlight
    language { ...Served }
    date { ...Moment }
    endDate { ...Moment }
    dateText
    image { alt credit responsive(preset: TEASER) { ...Responsive } }
  }
}
fragment EntryView on LeitbildEntry {
  date { ...Moment } endDate { ...Moment } dateText wording isHighlight
  sources { title url accessedOn document { ...File } }
  relatedVisions { ...Card }
  parent { ... on LeitbildHistory {
    entries { id title path date { earliest label } dateText language { ...Served } }
  } }
}
fragment Moment on PartialDate { iso precision label earliest latest }`;

const PAGE = `
fragment PageView on Page {
  __typename id type title summary path translationKey isArchived ${EDIT_FIELDS}
  language {
    ...Served locale requested outdated machineTranslated completeness
    easyLanguage { label testedOn }
    alternates { locale tag path title }
  }
  seo { head { tag attributes content } }
  breadcrumbs { title path language { ...Served } }
  image { alt credit caption responsive(preset: HERO) { ...Responsive } }
  ... on Content {
    body(flat: true) { ...Body }
    contacts { ...Contact }
    signLanguageVideos {
      ${EDIT} url duration language
      file { ...File } transcript { ...RichText } poster { alt url }
    }
  }
  ... on Period { status startDate { label } endDate { label } dateText }
  ... on Evidence { ...Proof }
  ... on Initiative { ...InitiativeView }
  ...ProgrammeView ...VisionView ...ProjectView ...StageView ...HistoryView ...EntryView
  ... on GenericPage { children(first: 20) { nodes { ...Card } } }
}`;

const FRAGMENTS = [PAGE, TYPES, EVENT, BLOCK_FRAGMENTS, CARD_FRAGMENTS, FILE, LINK, RICH_TEXT].join("");

const ROUTE = `
query Route($path: String!) {
  route(path: $path) {
    __typename
    ... on PageRoute { page { ...PageView } }
    ... on RedirectRoute { to permanent }
    ... on GoneRoute { locale alternates { locale tag path title } }
    ... on NotFoundRoute { locale alternates { locale tag path title } }
  }
}${FRAGMENTS}`;

const FALLBACK = `
query Fallback($path: String!, $locale: LocaleCode!) {
  page(by: { path: $path }, locale: $locale) { ...PageView }
}${FRAGMENTS}`;

export async function route(path, signal) {
  return (await ask(ROUTE, { path }, signal)).route;
}

/** The content of a page that is missing in a language, in the next best one. */
export async function fallback(path, locale, signal) {
  return (await ask(FALLBACK, { path, locale }, signal)).page;
}
