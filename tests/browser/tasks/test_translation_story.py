"""A vision and its stages go to English and Turkish, are released together, and stay true."""

import re
from datetime import timedelta
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect
from translate.storage import xliff
from wagtail.models import Locale
from wagtail_localize.models import StringSegment

from tests.browser.tasks.editor import Editor
from tests.browser.tasks.test_translation_review import decides, translates

LANGUAGES = {"en": "English", "tr": "Türkçe"}
SAID = """query ($vision: ID!, $locale: LocaleCode) {
  vision(by: {translationKey: $vision}, locale: $locale) { ...said stages { ...said } }
}
fragment said on Page {
  title summary
  ... on Vision { startDate { iso } }
  ... on Stage { startDate { iso } }
  language { locale outdated textsLeft }
}"""
BEFORE, NOW = "Wie Köln bis 2035 leben will.", "Wie Köln bis 2040 leben will."


@pytest.fixture
def story(city: Any, settings: Any) -> SimpleNamespace:
    """Have the page above be public in both languages, and all groups of the staff."""
    city.vision.summary, city.vision.start_date = BEFORE, "2019"
    city.vision.save_revision().publish()
    for code in LANGUAGES:
        locale = Locale.objects.create(language_code=code)
        city.programme.copy_for_translation(locale).save_revision().publish()
    call_command("create_roles", verbosity=0)
    return city


@pytest.fixture
def seat(story: Any, at_work: Any) -> Any:
    """Have somebody take a seat who is in the groups of both languages."""

    def seat(role: str) -> Editor:
        editor = at_work(role if role == "Pressestelle" else f"{role}: English")
        if role == "Pressestelle":
            join(role, *(f"Übersetzungsfreigabe: {name}" for name in LANGUAGES.values()))
        else:
            join(f"{role}: English", f"{role}: Türkçe")
        return editor

    return seat


def join(name: str, *groups: str) -> None:
    User.objects.get(username=name).groups.add(*Group.objects.filter(name__in=groups))


@pytest.fixture
def said(story: Any, ask: Any) -> Any:
    """Give what the API says of the vision and its stages in a language."""

    def said(code: str) -> Any:
        return ask(SAID, locale=code, vision=str(story.vision.translation_key))["vision"]

    return said


def target(page: Any, code: str) -> Any:
    return page.get_translation(Locale.objects.get(language_code=code))


def begins(editor: Editor, vision: Any) -> None:
    editor.goes(f"localize/submit/page/{vision.pk}/")
    for name in LANGUAGES.values():
        editor.page.get_by_label(name).check()
    editor.page.locator("[name=include_subtree]").check()
    editor.page.locator("main form [type=submit]").click()
    expect(editor.page.get_by_text("2 von 2 Seiten sind vorbereitet.")).to_be_visible()


def texts(page: Any) -> list[str]:
    found = StringSegment.objects.filter(source__object=page.translation_key).order_by("order")
    return [one.string.data for one in found.select_related("string")]


def by_another_tool(path: Path, code: str) -> Path:
    """Translate a downloaded file with translate-toolkit, and give it in a ZIP."""
    store: Any = xliff.xlifffile.parsestring(path.read_bytes())
    for unit in store.units:
        if not unit.isheader() and not unit.istranslated():
            unit.target = f"{code}: {unit.source}"
            unit.marktranslated()
    packed = path.with_suffix(".zip")
    with ZipFile(packed, "w") as archive:
        archive.writestr(path.name, bytes(store))
    return packed


def exchanges(editor: Editor, page: Any, code: str, folder: Path) -> None:
    """Download the texts of a page, have them translated elsewhere, and bring them back."""
    editor.edits(target(page, code))
    editor.page.get_by_role("link", name="Dateien für Agenturen").click()
    with editor.page.expect_download() as download:
        editor.page.get_by_role("link", name=re.compile("XLIFF 1.2")).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    field = editor.page.locator("input[type=file]")
    field.set_input_files(by_another_tool(path, code))
    editor.page.get_by_role("button", name="Datei prüfen").click()
    editor.page.get_by_role("button", name=re.compile(r"Übersetzung(en)? übernehmen")).click()
    editor.reads("übernommen")


def sends_in(editor: Editor, page: Any, code: str) -> None:
    editor.edits(target(page, code))
    editor.presses(f"In Übersetzung → Prüfung → Freigabe: {LANGUAGES[code]} einreichen")
    editor.reads("zur Prüfung eingereicht")


def approves(editor: Editor, page: Any, code: str) -> None:
    editor.edits(target(page, code))
    decides(editor, "Freigeben")
    editor.reads("Als Nächstes")


def releases(editor: Editor, vision: Any, count: int, at: Any = None) -> None:
    editor.goes(f"pages/{vision.pk}/release-translations/")
    expect(editor.page.locator("input[name=translations]:checked")).to_have_count(count)
    if at:
        editor.page.get_by_label("Veröffentlichen am").fill(f"{at:%Y-%m-%d %H:%M}")
    editor.page.get_by_role("button", name="Zusammen veröffentlichen").press("Enter")
    editor.reads("veröffentlicht")


def is_translated(seat: Any, story: Any, folder: Path) -> None:
    """Translate the vision in the admin, two thirds of all texts, and its stages elsewhere."""
    editor = seat("Übersetzung")
    for code in LANGUAGES:
        editor.edits(target(story.vision, code))
        for text in texts(story.vision):
            translates(editor, text, f"{code}: {text}")
        for stage in story.stages:
            exchanges(editor, stage, code, folder)


def is_reviewed(seat: Any, *pages: Any) -> None:
    editor = seat("Übersetzung")
    for code, page in product(LANGUAGES, pages):
        sends_in(editor, page, code)
    editor = seat("Übersetzungsprüfung")
    for code, page in product(LANGUAGES, pages):
        approves(editor, page, code)


def is_changed(editor: Editor, vision: Any) -> None:
    """Change a date and a sentence in German."""
    editor.edits(vision)
    editor.types(Kurzbeschreibung=NOW)
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2020")
    editor.publishes()


def is_translated_again(editor: Editor, vision: Any) -> None:
    """See on the dashboard what is outdated and beside the text what changed, and mend it."""
    editor.goes("")
    outdated = editor.page.locator("#outdated-translations-content")
    expect(outdated.get_by_role("listitem")).to_have_count(2)
    for code in LANGUAGES:
        editor.edits(target(vision, code))
        text = editor.page.locator("[data-vision-pages-segment=summary]")
        expect(text.locator(".comparison .deletion")).to_have_text("2035")
        text.get_by_role("button", name="Übersetzung anpassen").click()
        text.get_by_role("textbox").fill(f"{code}: {NOW}")
        text.get_by_role("button", name="Speichern").click()
        expect(text.locator(".comparison")).to_have_count(0)


def stated(title: str, summary: str, start: str, **language: Any) -> dict[str, Any]:
    return {
        "title": title,
        "summary": summary,
        "startDate": {"iso": start},
        "language": language,
    }


def test_a_vision_goes_to_two_languages_and_stays_true(story, seat, said, tmp_path, time_machine):
    german = said("de")
    begins(seat("Pressestelle"), story.vision)
    is_translated(seat, story, tmp_path)
    is_reviewed(seat, story.vision, *story.stages)
    at = timezone.localtime() + timedelta(days=1)
    releases(seat("Pressestelle"), story.vision, 6, at)
    assert [said(code) for code in LANGUAGES] == [german, german]

    time_machine.move_to(at + timedelta(minutes=2))
    call_command("publish_scheduled")
    fresh = {"outdated": False, "textsLeft": 0}
    for code in LANGUAGES:
        found = said(code)
        assert [stage["title"] for stage in found.pop("stages")] == [
            f"{code}: Auftrag",
            f"{code}: Umfrage",
        ]
        assert found == stated(
            f"{code}: Köln 21", f"{code}: {BEFORE}", "2019", locale=code, **fresh
        )

    is_changed(seat("Pressestelle"), story.vision)
    assert said("de")["summary"] == NOW
    old = {"outdated": True, "textsLeft": 1}
    for code in LANGUAGES:
        found = said(code)
        del found["stages"]
        assert found == stated(f"{code}: Köln 21", f"{code}: {BEFORE}", "2020", locale=code, **old)

    is_translated_again(seat("Übersetzung"), story.vision)
    is_reviewed(seat, story.vision)
    assert said("en")["summary"] == f"en: {BEFORE}"
    releases(seat("Pressestelle"), story.vision, 2)
    for code in LANGUAGES:
        found = said(code)
        del found["stages"]
        assert found == stated(f"{code}: Köln 21", f"{code}: {NOW}", "2020", locale=code, **fresh)
