"""What an editor writes is seen in the frontend beside the form, which is not loaded anew."""

from collections import Counter
from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from tests.browser.preview.conftest import edit

LATE = """() => document.getElementById("w-preview-iframe").contentWindow.postMessage(
  { vision: { update: { seq: 1, token: "older", path: "/de/" } } }, "*")"""


@pytest.fixture
def vision(city, frontend):
    items = [{"title": "Wer?", "content": "<p>Alle</p>"}]
    city.vision.body = [("accordion", {"items": items})]
    city.vision.save_revision(clean=False).publish()
    return city.vision


def test_a_change_is_shown_in_place_and_asks_once_a_second(vision, page: Page):
    shown = edit(page, vision.pk)
    shown.locator("summary", has_text="Wer?").click()
    frame = page.query_selector("#w-preview-iframe").content_frame()
    frame.evaluate("scrollTo({top: 300, behavior: 'instant'}); window.kept = true")
    asked: list[str] = []
    page.on("request", lambda sent: "/preview/" in sent.url and asked.append(sent.method))

    title = page.locator("#id_title")
    title.fill("")
    begun = monotonic()
    # Somebody who thinks between words: while keys are pressed without a pause nothing is asked.
    for _ in range(10):
        title.press_sequentially("ab", delay=50)
        page.wait_for_timeout(800)
    lasted = monotonic() - begun
    typing = Counter(asked)
    title.fill("Köln 22")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 22", timeout=60_000)

    assert frame.evaluate("[window.kept, scrollY, document.querySelector('details').open]") == [
        True,
        300,
        True,
    ]
    # Wagtail sends the form, and then a preview of it is asked for.
    assert [0 < typing[method] <= lasted + 1 for method in ("POST", "GET")] == [True, True]

    # What was asked before and comes after is not shown.
    page.evaluate(LATE)
    page.wait_for_timeout(500)
    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 22")


# Wagtail takes what the form says when a draft was saved for what was saved.
SWALLOWED = """() => {
  document.querySelector("#id_title").value = "Köln 23";
  const form = document.querySelector("[data-edit-form]");
  form.dispatchEvent(new CustomEvent("w-autosave:success", { bubbles: true, detail: {} }));
}"""


def test_what_is_typed_while_a_draft_is_saved_is_shown(vision, page: Page):
    shown = edit(page, vision.pk)
    page.locator("#id_title").fill("Köln 22")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 22", timeout=60_000)

    page.evaluate(SWALLOWED)

    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 23", timeout=60_000)
