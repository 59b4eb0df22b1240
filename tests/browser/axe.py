"""axe, which Wagtail's checker brings, and what it finds in a page."""

from pathlib import Path
from typing import Any

import wagtail
from playwright.sync_api import Page

SCRIPTS = Path(wagtail.__file__).parent / "admin" / "static" / "wagtailadmin" / "js"
# Wagtail's checker leaves axe in the window.
AXE = "\n;".join(SCRIPTS.joinpath(name).read_text() for name in ["vendor.js", "userbar.js"])

# What moves is looked at where it comes to rest; what is in frames has pages of its own.
RUN = """async ({ known, options }) => {
  const still = new CSSStyleSheet();
  still.replaceSync("* { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [still];
  const usual = { resultTypes: ["violations"], elementRef: true, iframes: false, preload: false };
  const { violations } = await fresh.run(document, { ...usual, ...options });
  const elements = violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node]));
  return elements.map(([id, { element, html }]) => {
    const found = known.find(([rule, selector]) => rule === id && element.matches(selector));
    return [`${id}: ${html}`, found ?? null];
  });
}"""

# A rule, and a selector of elements for which it is known not to hold.
Known = tuple[str, str]


def findings(
    page: Page, known: tuple[Known, ...] = (), **options: Any
) -> tuple[list[str], set[Known]]:
    """Give what axe finds in a whole page, and beside it what was found of what is known."""
    # The editor has one too, with rules of its own for content.
    if not page.evaluate("'fresh' in window"):
        page.evaluate(f"{AXE}; window.fresh = axe")
    found = page.evaluate(RUN, {"known": known, "options": options})
    return [said for said, is_known in found if not is_known], {
        tuple(is_known) for _said, is_known in found if is_known
    }
