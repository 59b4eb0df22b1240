"""A translation goes from hand to hand: translated, sent back, mended, reviewed, released."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Locale

from graphql_api.frontends.models import Frontend
from tests.browser.tasks.editor import Editor
from tests.roles.conftest import member

TRANSLATOR = "Übersetzung: English"
REVIEWER = "Übersetzungsprüfung: English"
RELEASER = "Übersetzungsfreigabe: English"

SUBMIT = "In Übersetzung → Prüfung → Freigabe: English einreichen"
RESUBMIT = "Erneut in Prüfung: English einreichen"
STOP = "Synchronisierte Übersetzung stoppen"
NOTE = "Der Name der Stadt fehlt."
TITLES = '{ visions(locale: "en") { nodes { title } } }'


@pytest.fixture
def english(city: Any, settings: Any) -> Any:
    """Have the press office begin the English of a vision; the page above is public."""
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "allow"}
    locale = Locale.objects.create(language_code="en")
    city.programme.copy_for_translation(locale).save_revision().publish()
    call_command("create_roles", verbosity=0)
    client = Client()
    client.force_login(member("Pressestelle"))
    address = reverse("wagtail_localize:submit_page_translation", args=[city.vision.pk])
    client.post(address, {"locales": [locale.pk]})
    return city.vision.get_translation(locale)


def translates(editor: Editor, original: str, words: str) -> None:
    """Write the translation of a text and save it alone, as the editor of texts does."""
    button = editor.page.get_by_role("button")
    row = editor.page.get_by_role("listitem").filter(has_text=original).filter(has=button).last
    row.get_by_role("button", name=re.compile("Übersetzen|Bearbeiten")).click()
    row.get_by_role("textbox").fill(words)
    row.get_by_role("button", name="Speichern").click()
    expect(row.get_by_role("button", name="Bearbeiten")).to_be_visible()


def decides(editor: Editor, action: str, note: str = "") -> None:
    editor.presses(action)
    if note:
        dialog = editor.page.get_by_role("dialog")
        dialog.get_by_label("Kommentar").fill(note)
        dialog.get_by_role("button", name=action).click()


def test_a_translation_goes_from_hand_to_hand_until_it_is_public(city, english, at_work, ask):
    editor = at_work(TRANSLATOR)
    editor.edits(english)
    translates(editor, "Köln 21", "21")
    editor.saves()
    editor.may("Entwurf speichern", SUBMIT, STOP)
    editor.presses(SUBMIT)
    editor.reads("zur Prüfung eingereicht")
    editor.reads("wartet|Prüfung: English")
    expect(editor.page.get_by_role("button", name="Bearbeiten")).to_have_count(0)
    editor.may("Workflow abbrechen", "Seite gesperrt")

    editor = at_work(REVIEWER)
    editor.edits(english)
    decides(editor, "Änderungen anfordern", NOTE)
    editor.reads("Zurückgegeben")
    assert not type(english).objects.get(pk=english.pk).live

    editor = at_work(TRANSLATOR)
    editor.edits(english)
    editor.reads(NOTE)
    translates(editor, "Köln 21", "Cologne 21")
    editor.presses(RESUBMIT)
    editor.reads("zur Prüfung eingereicht")

    editor = at_work(REVIEWER)
    editor.edits(english)
    decides(editor, "Freigeben")
    editor.reads("Als Nächstes: „Freigabe: English“")
    assert ask(TITLES)["visions"]["nodes"][0] == {"title": "Köln 21"}

    editor = at_work(RELEASER)
    editor.edits(english)
    decides(editor, "Freigeben und Veröffentlichen")
    editor.reads("Freigegeben und veröffentlicht")
    assert ask(TITLES)["visions"]["nodes"][0] == {"title": "Cologne 21"}


def test_a_translation_stands_beside_its_original(city, english, at_work, live_server):
    Frontend.objects.create(
        name="Stadt",
        base_address=live_server.url,
        preview_address=live_server.url + "/static/vision_pages/admin/admin.css?{path}",
    )
    editor = at_work(TRANSLATOR)
    editor.edits(english)
    editor.page.get_by_role("link", name="Vorschau neben dem Original").click()
    for language in ("Deutsch", "English"):
        expect(editor.page.get_by_title(f"Vorschau: {language}")).to_be_visible()
