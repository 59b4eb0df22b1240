"""An editor at work in a real browser: what is published is public at once, a draft is not."""

import json
import re
from contextlib import closing
from http.client import HTTPConnection

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories import ParticipationEventFactory, StageFactory

NO_DATE = (
    "„2009-13“ ist kein Datum. Möglich sind ein Jahr (2009), ein Monat (2020-10) "
    "oder ein Tag (2003-12-18)."
)
STAGES = "{ stages { nodes { title startDate { iso } participationEvents { title } } } }"


@pytest.fixture
def stages(live_server):
    """Ask the API for the stages, as a frontend does: without the editor's session."""

    def ask():
        server = live_server.thread
        connection = HTTPConnection(server.host, server.port)
        with closing(connection):
            body = json.dumps({"query": STAGES})
            connection.request("POST", "/graphql/", body, {"Content-Type": "application/json"})
            answer = json.load(connection.getresponse())
        assert "errors" not in answer
        return answer["data"]["stages"]["nodes"]

    return ask


def log_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill("redaktion")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("button", name="redaktion")).to_be_visible()


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def publish(page: Page) -> None:
    page.get_by_role("navigation", name="Fußzeile").get_by_role("button", name="Mehr").click()
    page.get_by_role("button", name="Veröffentlichen", exact=True).click()


def write(where: Page | Locator, **texts: str) -> None:
    for label, text in texts.items():
        where.get_by_role("textbox", name=label.replace("_", " ")).fill(text)


def choose(where: Page | Locator, label: str, option: str) -> None:
    where.get_by_role("combobox", name=label).select_option(label=option)


def write_event(page: Page) -> None:
    open_tab(page, "Beteiligung")
    page.get_by_role("button", name="Beteiligungsangebot hinzufügen").click()
    event = page.locator("#inline_child_participation_events-0")
    write(event, Titel="Online-Umfrage zum Leitbild", Beginn="2021-04-06 10:00")
    write(event, Adresse_für_die_Online="https://example.org/umfrage")
    choose(event, "Format", "Online-Umfrage")
    choose(event, "Art der Teilnahme", "online")


def expect_text(where: Page | Locator, label: str, text: str) -> None:
    expect(where.get_by_role("textbox", name=label)).to_have_value(text)


def test_an_editor_publishes_a_stage_and_keeps_a_draft_to_herself(editor, vision, stages, page):
    log_in(page)
    page.goto(f"/admin/pages/{vision.pk}/add_subpage/")
    write(page, Titel="Zweite Beteiligung", Kurzbeschreibung="Alle können mitreden.")
    choose(page, "Art der Projektstufe", "Beteiligung")
    write_event(page)
    open_tab(page, "Zeitraum & Status")
    write(page, Beginn="2009-13")
    publish(page)

    # Refused beside its field, on a tab that says so; nothing typed is lost.
    expect(page.get_by_role("tab", name="Zeitraum & Status")).to_contain_text("1")
    open_tab(page, "Zeitraum & Status")
    start = page.get_by_role("textbox", name="Beginn")
    expect(start).to_have_accessible_description(re.compile(re.escape(NO_DATE)))
    expect(start).to_have_value("2009-13")
    open_tab(page, "Inhalt")
    expect_text(page, "Titel", "Zweite Beteiligung")
    expect_text(page, "Kurzbeschreibung", "Alle können mitreden.")
    open_tab(page, "Beteiligung")
    event = page.locator("#inline_child_participation_events-0")
    expect_text(event, "Titel", "Online-Umfrage zum Leitbild")
    expect_text(event, "Adresse für die Online", "https://example.org/umfrage")
    assert stages() == []

    # Mended and published, it is public at once.
    open_tab(page, "Zeitraum & Status")
    write(page, Beginn="2009-12")
    publish(page)
    expect(page.get_by_role("status")).to_contain_text("veröffentlicht")
    public = [
        {
            "title": "Zweite Beteiligung",
            "startDate": {"iso": "2009-12"},
            "participationEvents": [{"title": "Online-Umfrage zum Leitbild"}],
        }
    ]
    assert stages() == public

    # Changed as a draft, it is public as it was.
    page.get_by_role("link", name="Zweite Beteiligung", exact=True).click()
    write(page, Titel="Noch geheim")
    open_tab(page, "Beteiligung")
    write(event, Titel="Auch geheim")
    page.get_by_role("button", name="Entwurf speichern").click()
    expect(page.get_by_role("status")).to_contain_text("Noch geheim")
    assert stages() == public


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

    # By keyboard, to a row on a tab that isn't open, and to a block.
    panel.get_by_role("link", name="Beteiligungsangebot").press("Enter")
    event = page.locator("#inline_child_participation_events-0")
    expect(event.get_by_role("textbox", name="Titel")).to_be_focused()
    panel.get_by_role("link", name="Inhalt › Link").press("Enter")
    label = page.get_by_role("textbox", name="Linktext")
    expect(label).to_be_focused()

    # What is mended leaves the panel when the draft saves itself.
    label.fill("Mehr Grün für Kalk")
    expect(panel.get_by_role("link")).to_have_text(
        ["Beteiligungsangebot › 1 › Titel", "Ergebnisse"]
    )
    expect(toggle).to_have_text("2")
