/* Where in the administration something is edited: what an element carries that shows it. */

/** What the API says as `edit`, or of one of its fields; nothing outside of previews. */
export function editable(edit, name) {
  const found = name ? edit?.fields.find((field) => field.name === name) : edit;
  return found ? { "data-edit": found.path ?? "", "data-edit-url": found.url } : {};
}
