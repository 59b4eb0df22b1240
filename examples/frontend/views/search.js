/* What a search finds. */

import { search } from "../ask/lists.js";
import { otherLanguage } from "../parts/cards.js";
import { element, served } from "../parts/element.js";
import { facets } from "../parts/facets.js";
import { marked } from "../parts/marked.js";
import { pageNumber, paging } from "../parts/paging.js";
import { readerPath, say, word } from "../words/words.js";
import { heading } from "./page-head.js";

function result({ node, title, excerpt }) {
  const way = node.breadcrumbs.slice(0, -1).map(({ title: above }) => above);
  return element(
    "li",
    { class: "result", ...served(node.language) },
    element(
      "p",
      { class: "kicker" },
      [say(node.__typename), ...way.slice(-1)].flatMap((part, at) => (at ? [" · ", part] : [part])),
      otherLanguage(node.language),
    ),
    element("h2", {}, element("a", { href: readerPath(node), hreflang: node.language.tag }, marked(title))),
    element("p", {}, marked(excerpt)),
  );
}

function groups({ types, years }) {
  const named = (choices, label) =>
    choices.map(({ value, count }) => ({ value, count, label: label(value) }));
  return [
    { name: "type", title: say("types"), choices: named(types, say) },
    { name: "year", title: say("years"), choices: named(years, String) },
  ];
}

export async function searchPage({ locale, query, signal }) {
  const words = query.get("search").trim();
  const types = query.getAll("type");
  const years = query.getAll("year").map(Number);
  const chosen = { types: types.length ? types : null, years: years.length ? years : null };
  const found = await search(words, locale, chosen, pageNumber(query), signal);
  const { totalCount, didYouMean, edges } = found;
  const path = `/${locale}/`;
  return {
    title: word("searchTitle", { words }),
    content: [
      element(
        "header",
        { class: "page-head" },
        heading(say("searchTitle", { words })),
        element("p", { role: "status" }, say("found", { count: totalCount })),
      ),
      didYouMean && element("p", { class: "caution" }, say("didYouMean", { words: didYouMean })),
      element(
        "div",
        { class: "list wide" },
        facets(groups(found.facets), query, path),
        element(
          "div",
          {},
          edges.length > 0
            ? element("ol", { class: "results" }, edges.map(result))
            : element("p", {}, say("nothingFound")),
          paging(totalCount, query, path),
        ),
      ),
    ],
  };
}
