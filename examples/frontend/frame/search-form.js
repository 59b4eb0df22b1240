/* The search, with titles suggested while somebody types (the ARIA pattern "combobox"). */

import { suggestions } from "../ask/lists.js";
import { element, served } from "../parts/element.js";
import { marked } from "../parts/marked.js";
import { readerPath, word } from "../words/words.js";

const PAUSE = 250;

function option({ title, node }, index) {
  const attributes = {
    id: `suggestion-${index}`,
    role: "option",
    "aria-selected": "false",
    "data-path": readerPath(node),
  };
  return element("li", { ...attributes, ...served(node.language) }, marked(title));
}

class Suggestions {
  constructor(locale, input, list, go) {
    Object.assign(this, { locale, input, list, go, chosen: -1 });
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    list.addEventListener("pointerdown", (event) => {
      const path = event.target.closest("[data-path]")?.dataset.path;
      if (path) this.go(path);
    });
  }

  wait() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.timer = setTimeout(() => this.fetch(), PAUSE);
  }

  async fetch() {
    const words = this.input.value.trim();
    if (words.length < 2) return this.close();
    this.asked = new AbortController();
    const found = await suggestions(words, this.locale, this.asked.signal).catch(() => []);
    this.list.replaceChildren(...found.map(option));
    this.chosen = -1;
    this.show(found.length > 0);
  }

  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.mark();
  }

  close() {
    this.chosen = -1;
    this.show(false);
  }

  mark() {
    [...this.list.children].forEach((one, index) =>
      one.setAttribute("aria-selected", String(index === this.chosen)),
    );
    const id = this.list.children[this.chosen]?.id;
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") return this.close();
    if (this.list.hidden) return;
    if (event.key in steps) {
      const count = this.list.children.length + 1;
      this.chosen = ((this.chosen + 1 + steps[event.key] + count) % count) - 1;
      this.mark();
    } else if (event.key === "Enter" && this.chosen >= 0)
      this.go(this.list.children[this.chosen].dataset.path);
    else return;
    event.preventDefault();
  }
}

export function searchForm(locale, words = "") {
  const list = element("ul", {
    id: "suggestions",
    role: "listbox",
    "aria-label": word("suggestions"),
    hidden: true,
  });
  const input = element("input", {
    type: "search",
    name: "search",
    value: words,
    required: true,
    autocomplete: "off",
    "aria-label": word("searchFor"),
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "suggestions",
  });
  const form = element(
    "form",
    { class: "search", role: "search", action: `/${locale}/`, method: "get" },
    element("div", { class: "search-field" }, input, list),
    element("button", { type: "submit" }, word("searchButton")),
  );
  const go = (path) => form.dispatchEvent(new CustomEvent("go", { bubbles: true, detail: path }));
  new Suggestions(locale, input, list, go);
  return form;
}
