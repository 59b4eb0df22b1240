// In wagtail-localize's editor, which is drawn by a script of its own: marks which text is which and
// in what language it is said, and puts beside it what the server has to say of it.
(() => {
  const editor = document.querySelector(".js-translation-editor");
  const given = document.getElementById("vision-pages-segments");
  if (!editor || !given) return;
  const { segments, tabs } = JSON.parse(editor.dataset.props);
  const { notesUrl, heading, source, target } = JSON.parse(given.textContent);
  const addresses = segments.map(({ editUrl }) => editUrl);
  let notes = {};

  // They are drawn tab by tab, those of one block together.
  function drawn(tab) {
    const groups = new Map();
    for (const segment of segments.filter(({ location }) => location.tab === tab)) {
      const { field, blockId } = segment.location;
      const name = `${field}/${blockId}`;
      groups.set(name, [...(groups.get(name) ?? []), segment]);
    }
    return [...groups.values()].flat();
  }

  function setLanguage(element, { lang, dir }) {
    if (element) Object.assign(element, { lang, dir });
  }

  // Whether somebody may write is shown by the editor's own buttons.
  function showNote(item, text) {
    let note = item.querySelector(":scope > .vision-pages-segment-note");
    const html = notes[text.dataset.segmentId] ?? "";
    if (!note) {
      note = Object.assign(document.createElement("div"), {
        className: "vision-pages-segment-note",
      });
      text.after(note);
    }
    if (note.dataset.shown === html) return;
    note.dataset.shown = html;
    note.innerHTML = html;
    if (!item.querySelector(":scope > ul button")) {
      note.querySelectorAll("button").forEach((button) => button.remove());
    }
  }

  function dress(item, { type, id, contentPath }) {
    item.dataset.visionPagesSegment = contentPath;
    if (type !== "string") return;
    const text = item.querySelector(":scope > p");
    text.dataset.segmentId = id;
    setLanguage(text, source);
    setLanguage(item.querySelector(":scope > div:not(.vision-pages-segment-note)"), target);
    showNote(item, text);
  }

  // Its own is English whoever reads it. Only a change is written, which is observed.
  function name(section) {
    if (section.textContent !== heading) section.textContent = heading;
  }

  function dressAll() {
    editor.querySelectorAll(".tab-content section > div:first-child > h3").forEach(name);
    const panels = editor.querySelectorAll(".tab-content section > ul");
    const filled = tabs.map(({ slug }) => drawn(slug)).filter(({ length }) => length);
    filled.forEach((found, place) => {
      const items = panels[place]?.querySelectorAll(":scope > li > ul > li") ?? [];
      found.forEach((segment, at) => items[at] && dress(items[at], segment));
    });
  }

  async function load() {
    const response = await fetch(notesUrl, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    notes = (await response.json()).notes;
    dressAll();
  }

  // What is saved may mend what is said, or give reason to say something.
  const send = window.fetch;
  window.fetch = async (address, ...options) => {
    const response = await send(address, ...options);
    if (addresses.includes(address)) load();
    return response;
  };

  const next = () => new Promise((resolve) => setTimeout(resolve));

  // The editor's own field is filled, so that it saves and shows as it always does.
  async function write(item, words, isFinal) {
    if (!item.querySelector("textarea")) item.querySelector(":scope > ul button").click();
    await next();
    const field = item.querySelector("textarea");
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    set.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await next();
    if (isFinal) [...item.querySelectorAll(":scope > ul button")].at(-1).click();
    else field.focus();
  }

  editor.addEventListener("click", ({ target: clicked }) => {
    const button = clicked.closest("[data-vision-pages-words]");
    if (!button) return;
    const { visionPagesWords: words, visionPagesFinal: isFinal } = button.dataset;
    write(button.closest("[data-vision-pages-segment]"), words, isFinal !== undefined);
  });

  new MutationObserver(dressAll).observe(editor, { childList: true, subtree: true });
  dressAll();
  load();
})();
