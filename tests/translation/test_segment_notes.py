"""Beside a text in the translation editor stands what was said before and how it was translated."""

import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail_localize.models import StringTranslation

from tests.factories import ActorFactory
from vision_pages.admin.segment_notes import notes


@pytest.fixture
def noted(translator, client):
    """Give the notes of a translation, in words."""

    def noted(source, code="en"):
        address = reverse(
            "vision_pages_segment_notes", args=[translator.translation(source, code).pk]
        )
        notes = translator.client.get(address).json()["notes"].values()
        return [" ".join(unescape(strip_tags(note)).split()) for note in notes]

    return noted


BEFORE = "Köln wird bis 2035 klimaneutral"
TRANSLATED = "In English: KÖLN WIRD BIS 2035 KLIMANEUTRAL"


def in_english(text):
    """Stand in for a translation that leaves no German and no number out."""
    return f"In English: {text.upper()}"


@pytest.fixture
def translated(city, translator):
    city.vision.summary = BEFORE
    city.vision.save_revision().publish()
    translator.translate(city.vision, "en", in_english)
    return city.vision


def change(page, translator, summary):
    page.summary = summary
    page.save_revision().publish()
    translator.synchronise(page)


def test_t07_what_was_said_before_stands_beside_a_changed_text(translated, translator, noted):
    assert noted(translated) == []

    change(translated, translator, "Köln wird bis 2040 klimaneutral")

    assert noted(translated) == [
        "Der Ausgangstext wurde geändert: Köln wird bis 20352040 klimaneutral "
        f"Bisherige Übersetzung: {TRANSLATED} "
        "Übersetzung stimmt noch Übersetzung anpassen"
    ]


def test_one_click_gives_the_editor_the_words_as_they_were_saved(translated, translator):
    change(translated, translator, "Köln wird bis 2040 klimaneutral & „grün“")

    address = reverse(
        "vision_pages_segment_notes", args=[translator.translation(translated, "en").pk]
    )
    [note] = translator.client.get(address).json()["notes"].values()
    words = re.findall(r'data-vision-pages-words="([^"]*)"( data-vision-pages-final)?', note)

    assert words == [(TRANSLATED, " data-vision-pages-final"), (TRANSLATED, "")]


def test_a_text_unlike_the_one_before_has_no_note(translated, translator, noted):
    change(translated, translator, "Neues aus der Verwaltung")

    assert noted(translated) == []


def test_a_text_that_is_translated_again_has_no_note(translated, translator, noted):
    change(translated, translator, "Köln wird bis 2040 klimaneutral")

    translator.write(translated, "en", in_english)

    assert noted(translated) == []


def test_the_editor_knows_the_languages(city, translator):
    translator.submit(city.vision, "ar")
    content = translator.open(city.vision, "ar").content.decode()

    [given] = re.findall(r'<script id="vision-pages-segments"[^>]*>(.*?)</script>', content)
    assert json.loads(given) == {
        "notesUrl": reverse(
            "vision_pages_segment_notes", args=[translator.translation(city.vision, "ar").pk]
        ),
        "heading": "Übersetzung: Deutsch → العربية",
        "source": {"lang": "de", "dir": "ltr"},
        "target": {"lang": "ar", "dir": "rtl"},
    }


def test_terms_have_notes_too(languages, translator, noted):
    actor = ActorFactory(name="Amt für Stadtentwicklung und Statistik")
    translator.translate(actor, "en", in_english)
    actor.name = "Amt für Stadtentwicklung und Zahlen"
    actor.save_revision().publish()
    translator.synchronise(actor)

    [note] = noted(actor)
    assert note.startswith(
        "Der Ausgangstext wurde geändert: Amt für Stadtentwicklung und StatistikZahlen"
    )


def test_what_a_machine_wrote_is_said_until_somebody_goes_over_it(translated, translator, noted):
    StringTranslation.objects.filter(translation_of__data=BEFORE).update(
        translation_type="machine", tool_name="DeepL"
    )
    assert noted(translated) == [
        "Maschinell übersetzt (DeepL), noch nicht geprüft Übersetzung geprüft"
    ]

    translator.write(translated, "en", in_english)
    assert noted(translated) == []


def test_what_to_look_at_stands_beside_a_text(translated, translator, noted):
    translator.write(translated, "en", lambda text: in_english(text).replace("35", "53"))

    assert noted(translated) == [
        "Bitte prüfen: Zahlen weichen ab: im Ausgangstext 2035, in der Übersetzung 2053."
    ]


def test_all_that_is_to_be_said_of_a_text_stands_beside_it(translated, translator, noted):
    StringTranslation.objects.filter(translation_of__data=BEFORE).update(
        translation_type="machine", tool_name="DeepL", data="Climate neutral  in 2035"
    )

    assert noted(translated) == [
        "Maschinell übersetzt (DeepL), noch nicht geprüft Übersetzung geprüft "
        "Bitte prüfen: Zwei Leerzeichen stehen hintereinander."
    ]


def test_what_has_a_fault_is_no_longer_looked_at(translated, translator, noted):
    StringTranslation.objects.filter(translation_of__data=BEFORE).update(
        data="In 2053", has_error=True
    )

    assert noted(translated) == []


def test_who_may_not_edit_a_translation_reads_no_notes(translated, translator, client):
    user = User.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    address = reverse(
        "vision_pages_segment_notes", args=[translator.translation(translated, "en").pk]
    )
    assert client.get(address).status_code == 302


def test_notes_ask_the_same_number_of_questions_however_many_there_are(city, translator):
    counts = {}
    for page, texts in ((city.vision, 1), (city.project, 5)):
        page.body = [
            ("quote", {"text": f"Seit 2009 gilt {n}.", "person": "", "role": ""})
            for n in range(texts)
        ]
        page.save_revision().publish()
        translator.translate(page, "en", in_english)
        for block in page.body:
            block.value["text"] = block.value["text"].replace("2009", "2010")
        page.save_revision().publish()
        translator.synchronise(page)
        translation = translator.translation(page, "en")
        with CaptureQueriesContext(connection) as asked:
            counts[len(notes(translation))] = len(asked)
    assert [*counts] == [1, 5]
    assert counts[1] == counts[5]


def test_warnings_ask_the_same_number_of_questions_however_many_there_are(city, translator):
    counts = {}
    for page, texts in ((city.vision, 1), (city.project, 5)):
        page.body = [
            ("quote", {"text": f"Seit 2009 gilt {n}.", "person": "", "role": ""})
            for n in range(texts)
        ]
        page.save_revision().publish()
        translator.translate(page, "en", lambda text: in_english(text).replace("2009", "2019"))
        StringTranslation.objects.filter(data__contains="2019").update(translation_type="machine")
        translation = translator.translation(page, "en")
        with CaptureQueriesContext(connection) as asked:
            counts[len(notes(translation))] = len(asked)
    assert [*counts] == [1, 5]
    assert counts[1] == counts[5]
