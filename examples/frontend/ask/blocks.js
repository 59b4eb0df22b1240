/* Fragments on the blocks of a body and on what stands as evidence. */

import { EDIT } from "./preview.js";

export const CONTACT = `
fragment Contact on ContactPoint {
  name organisation person phone email formUrl address openingHours ${EDIT}
}`;

const DOWNLOAD = `fragment Download on DownloadBlock { title description document { ...File } }`;

const KEY_FACT = `fragment KeyFact on KeyFactBlock { value label note }`;

const QUALITY = `fragment Quality on QualityBlock { title description }`;

export const BODY = `
fragment Body on Block {
  __typename id type parentId ${EDIT}
  ... on HeadingBlock { text level }
  ... on RichTextBlock { content { ...RichText } language }
  ... on ImageBlock { caption image { alt credit responsive(preset: CONTENT) { ...Responsive } } }
  ... on QuoteBlock { text person role }
  ... on NoticeBlock { tone title content { ...RichText } }
  ... on AccordionBlock { items { title content { ...RichText } ${EDIT} } }
  ... on TableBlock { caption rows headerRow headerColumn }
  ... on VideoBlock {
    title url duration language withoutSpeech
    file { ...File } captions { ...File } transcript { ...RichText }
    poster { alt url }
  }
  ... on DownloadBlock { ...Download }
  ... on LinkBlock { link { ...Link } description }
  ... on CallToActionBlock { title description link { ...Link } }
  ... on ParticipationTeaserBlock { title description page { path title language { ...Served } } }
  ... on KeyFactBlock { ...KeyFact }
  ... on QualityBlock { ...Quality }
  ... on ContactBlock { contact { ...Contact } }
  ... on UnknownBlock { raw }
}`;

export const EVIDENCE = `
fragment Proof on Evidence {
  keyFacts { ...KeyFact ${EDIT} }
  downloads { ...Download ${EDIT} }
  councilDecisions {
    ${EDIT} bodyName date { iso label } reference title outcome paperUrl lang
  }
}`;

export const BLOCK_FRAGMENTS = [BODY, EVIDENCE, CONTACT, DOWNLOAD, KEY_FACT, QUALITY].join("");
