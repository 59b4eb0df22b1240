/* The list of all projects, narrowed and page by page. */

import { projects } from "../ask/lists.js";
import { body } from "../parts/blocks.js";
import { cards } from "../parts/cards.js";
import { element } from "../parts/element.js";
import { facets } from "../parts/facets.js";
import { pageNumber, paging } from "../parts/paging.js";
import { level } from "../words/levels.js";
import { say } from "../words/words.js";
import { pageFoot } from "./page-foot.js";
import { pageHead } from "./page-head.js";

const NAMES = ["status", "participationLevel", "fieldOfAction", "district"];
const ENUMS = { status: say, participationLevel: level };

function chosen(query) {
  const pairs = NAMES.map((name) => [name, query.getAll(name)]);
  return Object.fromEntries(pairs.filter(([, values]) => values.length > 0));
}

function groups(found) {
  return NAMES.map((name) => {
    const choices = found[name].map(({ value, count }) =>
      ENUMS[name]
        ? { value, count, label: ENUMS[name](value) }
        : { value: value.code, count, label: value.name },
    );
    return { name, title: say(name), choices };
  });
}

export async function projectIndex(page, { locale, query }) {
  const list = await projects(locale, chosen(query), pageNumber(query));
  const { totalCount } = list;
  return [
    pageHead(page),
    body(page.body),
    element(
      "div",
      { class: "list wide" },
      facets(groups(list.facets), query, page.path),
      element(
        "section",
        {},
        element("div", { role: "status" }, element("h2", {}, say("projectCount", { count: totalCount }))),
        cards(list.nodes) || element("p", {}, say("noProjects")),
        paging(totalCount, query, page.path),
      ),
    ),
    pageFoot(page),
  ];
}
