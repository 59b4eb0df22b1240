// Leads from a finding to its field, says it beside the field too, and keeps the number on the
// side panel's button right.
(() => {
  const control = "input:not([type=hidden]), textarea, select, [contenteditable='true']";

  // Rows of an inline panel have no content path; the draft counts those that are left, in order.
  function rowFieldAt([relation, number, ...rest]) {
    const rows = document.getElementById(`id_${relation}-FORMS`)?.children;
    const left = [...(rows || [])].filter((row) => !row.matches(".deleted"));
    const row = left[Number(number)];
    const prefix = row?.id.replace("inline_child_", "id_");
    return row ? document.getElementById([prefix, ...rest].join("-")) || row : null;
  }

  // Follows Wagtail's content path; what isn't there is looked for one step above.
  function fieldAt(path) {
    const parts = path.split(".");
    const selector = parts.map((part) => `[data-contentpath="${CSS.escape(part)}"]`).join(" ");
    return (
      document.querySelector(selector) ||
      (parts.length > 1 && rowFieldAt(parts)) ||
      document.getElementById(`id_${parts.join("-")}`) ||
      document.getElementById(`id_${path}-FORMS`) ||
      (parts.length > 1 ? fieldAt(parts.slice(0, -1).join(".")) : null)
    );
  }

  function controlIn(field) {
    return field.matches(control) ? field : field.querySelector(control);
  }

  function reveal(element) {
    const tab = element.closest("[role='tabpanel']");
    if (tab?.hidden) document.querySelector(`[role='tab'][aria-controls='${tab.id}']`)?.click();
    for (let part = element; (part = part.closest(".w-panel__content[hidden]")); ) {
      document.querySelector(`button[aria-controls='${part.id}']`)?.click();
      part = part.parentElement;
    }
  }

  // A tab shows its panel a moment after it was chosen.
  function focus(element, frames = 60) {
    const target = controlIn(element) || element.querySelector("button");
    if (!element.offsetParent && frames) {
      requestAnimationFrame(() => focus(element, frames - 1));
      return;
    }
    element.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  }

  // Whoever else leads somewhere, such as a preview, names the place in an event.
  document.addEventListener("vision-pages:open", ({ detail }) => {
    const field = detail && fieldAt(detail);
    if (field) {
      reveal(field);
      focus(field);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-vision-pages-place]");
    const field = link && fieldAt(link.dataset.visionPagesPlace);
    if (field) {
      event.preventDefault();
      reveal(field);
      focus(field);
    }
  });

  const panel = document.querySelector("[data-side-panel='readiness']");
  if (!panel) return;

  function count() {
    const number = panel.querySelector("[data-vision-pages-readiness]")?.dataset
      .visionPagesReadiness;
    const badge = document.querySelector(
      "[data-side-panel-toggle='readiness'] [data-side-panel-toggle-counter]",
    );
    if (badge && number !== undefined) {
      badge.textContent = number;
      badge.hidden = number === "0";
    }
  }

  function describe(field, id, isThere) {
    const target = controlIn(field);
    if (!target) return;
    const ids = new Set((target.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
    ids[isThere ? "add" : "delete"](id);
    target.setAttribute("aria-describedby", [...ids].join(" "));
  }

  function noteBeside(field, severity, text, number) {
    const note = document.createElement("p");
    note.id = `vision-pages-note-${number}`;
    note.className = `vision-pages-note vision-pages-note--${severity}`;
    note.textContent = text;
    const input = field.closest("[data-field-input]") || field.querySelector("[data-field-input]");
    (input && !field.matches("[id$='-FORMS']") ? input : field).after(note);
    describe(field, note.id, true);
    return () => {
      note.remove();
      describe(field, note.id, false);
    };
  }

  // What Wagtail has refused already stands beside the field in its own words.
  function isRefused(field) {
    const errors = field.closest("[data-field]")?.querySelector("[data-field-errors]");
    return Boolean(errors?.textContent.trim());
  }

  let notes = [];
  function note() {
    notes.forEach((remove) => remove());
    notes = [];
    for (const finding of panel.querySelectorAll("[data-vision-pages-severity]")) {
      const severity = finding.dataset.visionPagesSeverity;
      const { visionPagesPlace } = finding.querySelector("[data-vision-pages-place]").dataset;
      const field = severity !== "hint" && fieldAt(visionPagesPlace);
      if (field && !(severity === "refusal" && isRefused(field))) {
        const text = finding.querySelector("p").textContent;
        notes.push(noteBeside(field, severity, text, notes.length));
      }
    }
  }

  function show() {
    count();
    note();
  }

  // Wagtail puts the side panel's content anew into its place when a draft saves itself.
  new MutationObserver(show).observe(panel, { childList: true, subtree: true });
  // Blocks draw themselves once the page is there.
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
})();
