"""The side panel of the editor in a real browser; `tasks/` has what editors do."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories import ParticipationEventFactory, StageFactory

DUE = re.compile("Seit dem Ende sind mehr als 90 Tage vergangen")
SAYS_NOTHING = re.compile("Der Linktext „hier“ sagt nicht, wohin der Link führt")


def log_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill("pressestelle")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("button", name="pressestelle")).to_be_visible()


@pytest.fixture
def draft(vision):
    stage = StageFactory(parent=vision, title="Dritte Beteiligung", end_date="2021")
    stage.body = [("link", {"link": {"label": "hier", "url": "https://example.org/"}})]
    stage.participation_events = [ParticipationEventFactory.build(title="", page=stage)]
    stage.save_revision(clean=False)
    return stage


def open_editor(page: Page, pk: int) -> None:
    """Open a page's form, and wait until Wagtail would notice a change."""
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => document.body.dataset.watched = '')"
    )
    page.goto(f"/admin/pages/{pk}/edit/")
    expect(page.locator("body[data-watched]")).to_be_visible()


def test_the_side_panel_leads_to_what_a_draft_lacks(editor, draft, page):
    log_in(page)
    open_editor(page, draft.pk)
    toggle = page.get_by_role("button", name="„Bereit zur Veröffentlichung?“")
    expect(toggle).to_have_text("3")
    toggle.click()
    panel = page.locator(".vision-pages-readiness")
    expect(panel.get_by_role("link")).to_have_text(
        ["Beteiligungsangebot › 1 › Titel", "Ergebnisse", "Inhalt › Link › Link › Linktext"]
    )

    # The same stands beside the fields, and is read with them.
    results = page.locator("[data-contentpath=results]")
    expect(results.locator("[contenteditable=true]")).to_have_accessible_description(DUE)
    # A script of ours at the top of the page would have put itself in its place.
    assert page.evaluate("window.open.toString()").endswith("{ [native code] }")

    # By keyboard, to a row on a tab that isn't open, and to a block.
    panel.get_by_role("link", name="Beteiligungsangebot").press("Enter")
    event = page.locator("#inline_child_participation_events-0")
    expect(event.get_by_role("textbox", name="Titel")).to_be_focused()
    expect(event.get_by_role("textbox", name="Titel")).to_have_accessible_description(
        re.compile("Dieses Feld darf nicht leer sein")
    )
    panel.get_by_role("link", name="Inhalt › Link").press("Enter")
    label = page.get_by_role("textbox", name="Linktext")
    expect(label).to_be_focused()
    expect(label).to_have_accessible_description(SAYS_NOTHING)

    # What is mended leaves the panel when the draft saves itself.
    label.fill("Mehr Grün für Kalk")
    expect(panel.get_by_role("link")).to_have_text(
        ["Beteiligungsangebot › 1 › Titel", "Ergebnisse"]
    )
    expect(toggle).to_have_text("2")
    expect(label).not_to_have_accessible_description(SAYS_NOTHING)
