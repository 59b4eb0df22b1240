/* Fragments on images, files, links and formatted text. */

import { EDIT } from "./preview.js";

export const RESPONSIVE = `
fragment Responsive on ResponsiveImage {
  src srcset sizes width height aspectRatio objectPosition placeholder
  sources { mimeType srcset sizes }
}`;

export const RICH_TEXT = `fragment RichText on RichText { document }`;

export const LANGUAGE = `fragment Served on Language { tag dir isFallback }`;

export const LINK = `fragment Link on Link { label href kind broken language }`;

export const FILE = `fragment File on File { title url size format inLanguage accessible mimeType }`;

/** A page as lists show it. */
export const CARD = `
fragment Card on Page {
  __typename id title summary path ${EDIT}
  language { ...Served }
  image { alt credit responsive(preset: TEASER) { ...Responsive } }
  ... on Period { status startDate { label } endDate { label } dateText }
}`;

export const CARD_FRAGMENTS = [CARD, RESPONSIVE, LANGUAGE].join("");
