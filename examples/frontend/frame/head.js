/* The head of the document, as the API gives it. */

function replace(tags) {
  document.head.querySelectorAll("[data-seo], title").forEach((old) => old.remove());
  for (const { tag, attributes, content } of tags) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.dataset.seo = "";
    if (content !== null) node.textContent = content;
    document.head.append(node);
  }
}

export function showHead({ seo }) {
  replace(seo.head);
}

/** What has no page of its own has a title, and nothing for search engines. */
export function showTitle(title) {
  const robots = { tag: "meta", attributes: { name: "robots", content: "noindex" }, content: null };
  replace([{ tag: "title", attributes: {}, content: title }, robots]);
}

export function showLanguage(tag, dir) {
  document.documentElement.lang = tag;
  document.documentElement.dir = dir.toLowerCase();
}
