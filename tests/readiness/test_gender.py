"""Warnings about gender forms that the city's guide does without."""

import pytest
from wagtail.models import Locale

from tests.factories import ParticipationEventFactory
from vision_pages.readiness.gender import gender_forms


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Bürger:innen", "Bürger*innen"),
        ("Bürger_innen", "Bürger*innen"),
        ("Bürger/innen", "Bürger*innen"),
        ("Bürger/-innen", "Bürger*innen"),
        ("Bürger(innen)", "Bürger*innen"),
        ("Bürger·innen", "Bürger*innen"),
        ("BürgerInnen", "Bürger*innen"),
        ("BürgerIn", "Bürger*in"),
        ("Architekt:in", "Architekt*in"),
        ("Kölnerinnen und Kölner", "Kölner*innen"),
        ("Bürger und Bürgerinnen", "Bürger*innen"),
        ("Kolleginnen und Kollegen", "Kolleg*innen"),
        ("Architektinnen oder Architekten", "Architekt*innen"),
        ("Schülerin bzw. Schüler", "Schüler*in"),
        ("Kölnerinnen und die Kölner", "Kölner*innen"),
        ("Kölnerinnen/Kölner", "Kölner*innen"),
        ("jede:r", "jede*r"),
        ("eine/n", "eine*n"),
        ("kein_e", "kein*e"),
        ("der/die", "der*die"),
    ],
)
def test_a_form_is_found_within_a_sentence(text, proposal):
    assert list(gender_forms(f"Alle {text}, die hier wohnen.")) == [(text, proposal, "")]


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("Teilnehmer:innen", "Teilnehmende"),
        ("Teilnehmerinnen und Teilnehmer", "Teilnehmende"),
        ("Verkehrsteilnehmer:innen", "Verkehrsteilnehmende"),
        ("Expertinnen und Experten", "Fachleute"),
        ("StudentInnen", "Studierende"),
        ("Ansprechpartner:in", "Ansprechperson"),
        ("Projektleiter:in", "Projektleitung"),
        ("Teilnehmer:in", ""),
        ("Bürger:innen", ""),
    ],
)
def test_a_neutral_word_is_named_where_it_fits(text, neutral):
    assert [better for _text, _proposal, better in gender_forms(text)] == [neutral]


def test_the_sign_is_that_of_the_citys_guide():
    text = "Bürger*innen, Bürger:innen und jede*r"

    assert list(gender_forms(text, ":")) == [
        ("Bürger*innen", "Bürger:innen", ""),
        ("jede*r", "jede:r", ""),
    ]


@pytest.mark.parametrize(("sign", "texts"), [(":", ["Bürger_innen"]), (None, [])])
def test_the_sign_is_a_setting(stage, warned, settings, sign, texts):
    settings.VISION_PAGES_GENDER_SIGN = sign

    assert warned(stage, title="Bürger:innen und Bürger_innen") == [
        ("Titel", message(text, "Bürger:innen")) for text in texts
    ]


def test_editors_are_told_a_neutral_word(stage, warned):
    assert warned(stage, title="Für Teilnehmer:innen") == [
        (
            "Titel",
            "Statt „Teilnehmer:innen“ bitte neutral formulieren, zum Beispiel „Teilnehmende“, "
            "oder „Teilnehmer*innen“ schreiben.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Bürger*innen", "Teilnehmende", "LinkedIn", "Beginn und Beginnen", "Innenstadt"),
        *("Bürgerinnen und Bürgermeister", "Termin und Termine", "Wohnen und Wohninnenhof"),
        *("Einer und eine", "ein/zwei", "dieser Fall", "und/oder"),
        *("von 8:in der Früh", "log_in", "Köln: in der Stadt", "das Innen und das Außen"),
    ],
)
def test_nothing_is_found_elsewhere(text):
    assert list(gender_forms(text)) == []


def message(text, proposal="Bürger*innen"):
    return (
        f"Statt „{text}“ bitte neutral formulieren oder, wo das nicht geht, „{proposal}“ schreiben."
    )


TEXT = "Für Bürger:innen."


def test_all_that_editors_write_is_read(stage, warned):
    stage.participation_events = [ParticipationEventFactory.build(description=TEXT)]

    assert warned(
        stage,
        title=TEXT,
        body=[("rich_text", {"content": "<p>Die B&uuml;rger_<b>innen</b></p>"})],
        key_facts=[("key_fact", {"value": "3", "label": TEXT})],
    ) == [
        ("Titel", message("Bürger:innen")),
        ("Inhalt › Text › Text", message("Bürger_innen")),
        ("Kennzahlen › Kennzahl › Was gezählt wurde", message("Bürger:innen")),
        ("Beteiligungsangebot › 1 › Beschreibung", message("Bürger:innen")),
    ]


def test_the_words_of_others_and_addresses_are_left_alone(entry, warned):
    sources = [
        ("source", {"title": "Bericht für Bürger:innen", "url": "https://x.example/Bürger:innen"})
    ]
    body = [
        ("quote", {"text": TEXT, "person": "Eine Rednerin"}),
        ("link", {"link": {"label": "Bericht", "url": "https://x.example/Bürger:innen"}}),
    ]

    body.append(("rich_text", {"content": f"<p>{TEXT}</p>", "language": "nl"}))

    assert warned(entry, statement=TEXT, sources=sources, body=body) == []


@pytest.mark.parametrize("language", ["en", "de-simple"])
def test_the_guide_holds_for_german_alone(stage, warned, language):
    stage.locale = Locale.objects.create(language_code=language)

    assert warned(stage, title=TEXT) == []
