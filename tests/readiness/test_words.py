"""Hints at words that a reader may not know; they never count, and nobody has to follow them."""

import tomllib

import pytest
from wagtail.models import Locale

from vision_pages.readiness.rules import Severity
from vision_pages.readiness.vocabulary import LIST
from vision_pages.readiness.words import abbreviations, hard_words, masculine_plurals


@pytest.fixture
def hinted(found):
    return lambda page, **values: found(page, Severity.HINT, **values)


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("Die Partizipation zählt.", "Partizipation", "Beteiligung"),
        ("Mit partizipativen Formaten", "partizipativen", "mit Beteiligung"),
        ("Das wird evaluiert.", "evaluiert", "auswerten"),
        ("Viele Indikatoren", "Indikatoren", "Kennzahlen"),
        ("Die Lichtsignalanlagen leuchten.", "Lichtsignalanlagen", "Ampel"),
        ("Das Geschieht seitens der Stadt", "seitens", "von"),
        ("Im Nachgang wird berichtet.", "Im Nachgang", "danach"),
        ("Was in Kraft treten soll", "in Kraft treten", "gelten ab"),
    ],
)
def test_a_hard_word_is_found_in_its_forms(text, word, plain):
    assert list(hard_words(text)) == [(word, plain)]


@pytest.mark.parametrize(
    "text",
    ["Die Menschen in der Stadt wollen mitreden.", "Spazieren und studieren", "Im Nach gang", ""],
)
def test_plain_words_are_fine(text):
    assert list(hard_words(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der ÖPNV-Ausbau", [("ÖPNV", "öffentlicher Nahverkehr: Busse und Bahnen")]),
        ("Nach dem BauGB", [("BauGB", "Baugesetzbuch")]),
        ("Die XYZ sagt", [("XYZ", "")]),
        ("Die EU, das PDF, Ludwig XIV., Köln 21, S-Bahn, CO2, GmbH", []),
    ],
)
def test_an_abbreviation_is_found_unless_everybody_knows_it(text, found):
    assert list(abbreviations(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alle Teilnehmer haben", [("Teilnehmer", "Teilnehmende")]),
        ("die vielen Radfahrer", [("Radfahrer", "Radfahrende")]),
        ("Der Teilnehmer sagt, die Teilnehmerzahl der Mitarbeiter steige.", []),
        ("die Teilnehmer*innen, die Teilnehmer und Teilnehmerinnen, die Leiter", []),
    ],
)
def test_a_masculine_plural_is_found_where_it_means_everybody(text, found):
    assert list(masculine_plurals(text)) == found


def test_each_word_is_named_once_and_none_that_the_page_explains(vision, hinted):
    assert hinted(
        vision,
        summary="Die Evaluation der Partizipation (Beteiligung) und das ISEK",
        body=[
            ("rich_text", {"content": "<p>Noch eine Evaluation für die ZZZ</p>"}),
            ("quote", {"text": "Partizipation tut not."}),
        ],
        goal="<p>Das integrierte Stadtentwicklungskonzept (ISEK) für alle Teilnehmer</p>",
    ) == [
        ("Kurzbeschreibung", "„Evaluation“ kennen nicht alle. Einfacher: „Auswertung“."),
        ("Ziel", "„Teilnehmer“ spricht nicht alle an. Neutral: „Teilnehmende“."),
        ("Inhalt › Text › Text", "„ZZZ“ kennen nicht alle. Bitte beim ersten Mal ausschreiben."),
    ]


def test_a_city_adds_words_and_takes_some_away(vision, hinted, settings):
    settings.VISION_PAGES_PLAIN_WORDS = {
        "Veedel": "Viertel",
        "Evaluation": None,
        "EU": "Europäische Union",
        "ZZZ": None,
    }

    assert hinted(vision, summary="Evaluation im Veedel: EU und ZZZ") == [
        ("Kurzbeschreibung", "„Veedel“ kennen nicht alle. Einfacher: „Viertel“."),
        (
            "Kurzbeschreibung",
            "„EU“ kennen nicht alle. Bitte beim ersten Mal ausschreiben: „Europäische Union“.",
        ),
    ]


@pytest.mark.parametrize("language", ["en", "de-simple"])
def test_the_words_are_german(vision, hinted, language):
    vision.locale = Locale.objects.create(language_code=language)

    assert hinted(vision, summary="Evaluation für alle Teilnehmer, ZZZ") == []


def test_choices_are_no_words_of_the_editor(stage, hinted):
    assert hinted(stage, kind="evaluation") == []


def test_the_list_is_in_order():
    lists = tomllib.loads(LIST.read_text())
    words = lists["words"] | lists["phrases"]

    assert [word for word in words if word != word.lower()] == []
    assert [word for word in lists["words"] if " " in word] == []
    # What is proposed is not itself on the list.
    assert [plain for plain in words.values() for _ in hard_words(plain)] == []
