// Leads from a finding to its field, and keeps the number on the side panel's button right.

// Follows Wagtail's content path; rows of an inline panel have none, and are found by their id.
function fieldAt(path) {
  const selector = path
    .split(".")
    .map((part) => `[data-contentpath="${CSS.escape(part)}"]`)
    .join(" ");
  return (
    document.querySelector(selector) ||
    document.getElementById(`id_${path.replaceAll(".", "-")}`) ||
    (path.includes(".") ? fieldAt(path.slice(0, path.lastIndexOf("."))) : null)
  );
}

function open(element) {
  const tab = element.closest("[role='tabpanel']");
  if (tab?.hidden) document.querySelector(`[role='tab'][aria-controls='${tab.id}']`)?.click();
  for (let part = element; (part = part.closest(".w-panel__content[hidden]")); ) {
    document.querySelector(`button[aria-controls='${part.id}']`)?.click();
    part = part.parentElement;
  }
}

// A tab shows its panel a moment after it was chosen.
function focus(element, frames = 60) {
  const control = "input:not([type=hidden]), textarea, select, [contenteditable='true']";
  const target = element.matches(control)
    ? element
    : element.querySelector(control) || element.querySelector("button");
  if (!element.offsetParent && frames) {
    requestAnimationFrame(() => focus(element, frames - 1));
    return;
  }
  element.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-vision-pages-place]");
  const field = link && fieldAt(link.dataset.visionPagesPlace);
  if (field) {
    event.preventDefault();
    open(field);
    focus(field);
  }
});

// Wagtail puts the side panel's content anew into its place when a draft saves itself.
function count(panel) {
  const number = panel.querySelector("[data-vision-pages-readiness]")?.dataset.visionPagesReadiness;
  const badge = document.querySelector(
    "[data-side-panel-toggle='readiness'] [data-side-panel-toggle-counter]",
  );
  if (badge && number !== undefined) {
    badge.textContent = number;
    badge.hidden = number === "0";
  }
}

const panel = document.querySelector("[data-side-panel='readiness']");
if (panel) {
  new MutationObserver(() => count(panel)).observe(panel, { childList: true, subtree: true });
}
