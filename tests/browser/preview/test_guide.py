"""The guide for frontend teams says what works: its code is run as it stands there."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cms.settings.dev import FRONTEND
from tests.browser.preview.conftest import Files, edit

GUIDE = Path(__file__).parents[3].joinpath("docs/how-to/connect-a-frontend.md").read_text()
CODE = re.findall(r"```js\n(.*?)```", GUIDE, re.DOTALL)
GAP = re.compile(r"^ *// Send this token.*\n", re.MULTILINE)
FRONTEND_OF_GUIDE = """<!doctype html><html lang="de"><title>Nach der Anleitung</title>
<h1>Zuerst</h1>
<script type="module">
const address = "API";
const word = (name) => name;
const first = new URLSearchParams(location.hash.slice(1)).get("preview");
CODE
</script></html>"""
SHOW = "document.querySelector('h1').textContent = `${path}, ${token !== first}, ${signal.aborted}`"
# Wagtail loads a frontend anew that hasn't said yet that it updates itself.
NOTE_READY = """addEventListener("message", ({ data }) => {
  if (data?.vision?.ready) document.body.dataset.connected = "";
});"""


@pytest.fixture
def guided(city, frontend, elsewhere, monkeypatch):
    """Have the frontend be what the guide shows, with its gap filled."""
    [code] = [one for one in CODE if "preview.js" in one]
    assert GAP.search(code)
    page = FRONTEND_OF_GUIDE.replace("CODE", GAP.sub(f"{SHOW}\n", code))
    monkeypatch.setattr(Files, "pages", {"/guided/": page})
    frontend.preview_address = f"{elsewhere}/guided{{path}}#preview={{token}}"
    frontend.save()
    return city.vision


def test_a_frontend_is_told_what_is_written(guided, page: Page):
    page.add_init_script(NOTE_READY)
    shown = edit(page, guided.pk)
    expect(page.locator("body[data-connected]")).to_be_visible(timeout=60_000)

    page.locator("#id_title").fill("Köln 22")

    expect(shown.locator("h1")).to_have_text("/de/koeln-21/, true, false", timeout=60_000)


def test_the_reference_frontend_marks_what_is_edited_as_the_guide_does():
    [code] = [one for one in CODE if "function editable" in one]

    assert code in FRONTEND.joinpath("parts/editable.js").read_text()
