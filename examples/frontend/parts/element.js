/* Builds elements; text always stays text. */

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** The language and direction of what the API served, as attributes. */
export function served({ tag, dir }) {
  return { lang: tag, dir: dir.toLowerCase() };
}

let count = 0;

/** A part of a page with its heading; nothing where it holds nothing. */
export function section(title, attributes, ...children) {
  const content = children.flat(Infinity).filter(Boolean);
  if (content.length === 0) return null;
  count += 1;
  const id = `section-${count}`;
  return element(
    "section",
    { ...attributes, "aria-labelledby": id },
    element("h2", { id }, title),
    ...content,
  );
}
