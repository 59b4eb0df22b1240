"""The keyboard alone: from one place to the next, and what is there pressed or written into."""

from playwright.sync_api import Locator, Page, expect

# As many as lead through the admin's menus and a long form.
STEPS = 150


def reach(what: Locator) -> Locator:
    """Go on from where the focus is until it is on something that can be seen."""
    expect(what).to_be_visible()
    what.page.wait_for_load_state()
    for _step in range(STEPS):
        what.page.keyboard.press("Tab")
        if what.evaluate("element => element === document.activeElement"):
            return what
    raise AssertionError(f"Nobody gets there by keyboard: {what}")


def enter(what: Locator) -> None:
    reach(what).page.keyboard.press("Enter")


def write(what: Locator, text: str) -> Locator:
    """Go on to a field, and write into it in the place of what it holds."""
    keyboard = reach(what).page.keyboard
    keyboard.press("ControlOrMeta+A")
    keyboard.type(text)
    return what


def skip(page: Page) -> None:
    """Skip the menus of a page."""
    enter(page.get_by_role("link", name="Zum Hauptinhalt springen"))


def choose(page: Page, action: str) -> None:
    """Choose what can be done with a page or a frontend, beside its title."""
    skip(page)
    enter(page.get_by_role("button", name="Aktionen", exact=True))
    enter(page.get_by_role("link", name=action))
