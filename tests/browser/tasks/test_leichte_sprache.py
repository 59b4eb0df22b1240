"""A page in Leichte Sprache is written beside its source, tested by readers, and called so then."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import expect
from wagtail.models import Locale

from tests.browser.tasks.editor import Editor

SUBMIT = "In Redaktion → Fachdienststelle → Prüfgruppe → Pressestelle einreichen"
ASKED = """query ($key: ID!) { page(by: {translationKey: $key}, locale: "de-simple") {
  title language { locale outdated easyLanguage { label people } } } }"""


@pytest.fixture
def easy(city: Any) -> Locale:
    """Have the page above be public in Leichte Sprache."""
    locale = Locale.objects.create(language_code="de-simple")
    city.programme.copy_for_translation(locale).save_revision().publish()
    call_command("create_roles", verbosity=0)
    return locale


@pytest.fixture
def said(city: SimpleNamespace, ask: Any) -> Any:
    return lambda: ask(ASKED, key=str(city.vision.translation_key))["page"]


def begins(editor: Editor, vision: Any) -> None:
    editor.edits(vision)
    panel = editor.opens("Leichte Sprache")
    panel.get_by_role("button", name="In Leichter Sprache schreiben").click()
    editor.page.wait_for_url(re.compile(rf"/pages/(?!{vision.pk}/)\d+/edit/"))


def writes(editor: Editor) -> None:
    editor.types(Titel="Köln in der Zukunft", Kurzbeschreibung="Köln soll gut für alle sein.")
    editor.presses(SUBMIT)
    editor.reads("zur Moderation eingereicht")


def is_tested(editor: Editor, page: Any) -> None:
    editor.edits(page)
    editor.presses("Geprüft und verstanden")
    dialog = editor.page.get_by_role("dialog")
    dialog.get_by_label("Anzahl der Prüferinnen und Prüfer").fill("5")
    dialog.get_by_role("button", name="Geprüft und verstanden").click()
    expect(dialog).to_be_hidden()
    editor.page.wait_for_load_state()


def approves(editor: Editor, page: Any, *, last: bool = False) -> None:
    editor.edits(page)
    editor.presses("Freigeben und Veröffentlichen" if last else "Freigeben")
    editor.reads("veröffentlicht" if last else "Als Nächstes")


def test_a_page_is_called_leichte_sprache_once_readers_have_tested_it(city, easy, at_work, said):
    editor = at_work("Redaktion")
    begins(editor, city.vision)
    writes(editor)
    page = city.vision.get_translation(easy)
    approves(at_work("Fachdienststelle"), page)
    is_tested(at_work("Prüfgruppe"), page)
    approves(at_work("Pressestelle"), page, last=True)

    label = {"label": "Leichte Sprache", "people": 5}
    tested = {"locale": "de-simple", "outdated": False, "easyLanguage": label}
    assert said() == {"title": "Köln in der Zukunft", "language": tested}

    # The source changes; somebody looks at what was written, and it is still true.
    city.vision.refresh_from_db()
    city.vision.summary = "Etwas anderes."
    city.vision.save_revision().publish()
    assert said()["language"] == tested | {"outdated": True}
    editor = at_work("Redaktion")
    editor.edits(page)
    panel = editor.opens("Leichte Sprache")
    expect(panel).to_contain_text(re.compile("seit"))
    panel.get_by_role("button", name="Angesehen, stimmt weiterhin").click()
    editor.page.wait_for_load_state()
    assert said()["language"] == tested
