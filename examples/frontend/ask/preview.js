/* A preview: the address carries the token of an editor's draft behind its #, where no server and
   no log sees it. The token goes with every question, and is forgotten when the page is left. */

let token = new URLSearchParams(location.hash.slice(1)).get("preview");

export const isPreview = token !== null;

/** Ask for a newer draft from now on. */
export function renew(newer) {
  token = newer;
}

export function previewHeaders() {
  return isPreview ? { "X-Preview-Token": token } : {};
}

/* Where it is edited, which only a preview asks. */
export const EDIT = isPreview ? "edit { url path }" : "";
export const EDIT_FIELDS = isPreview ? "edit { fields { name url path } }" : "";
