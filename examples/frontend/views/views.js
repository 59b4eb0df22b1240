/* Which view shows which type of page. */

import { content } from "./content.js";
import { entry } from "./entry.js";
import { history } from "./history.js";
import { programme } from "./programme.js";
import { projectIndex } from "./project-index.js";
import { project } from "./project.js";
import { stage } from "./stage.js";
import { vision } from "./vision.js";

const VIEWS = {
  Programme: programme,
  Vision: vision,
  Project: project,
  ProjectIndex: projectIndex,
  Stage: stage,
  LeitbildHistory: history,
  LeitbildEntry: entry,
};

/** The content of a page, by its type. */
export async function view(page, place) {
  return (VIEWS[page.__typename] ?? content)(page, place);
}
