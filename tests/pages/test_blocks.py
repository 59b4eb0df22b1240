"""The blocks of a body: fifteen, without HTML or embeds; what each refuses, in German."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.base import get_error_json_data

from tests.factories import ContactPointFactory, DocumentFactory, ImageFactory
from vision_pages.blocks import (
    BodyBlock,
    CouncilDecisionBlock,
    SignLanguageVideoBlock,
    SourceBlock,
)
from vision_pages.models.publication import block_faults

REQUIRED = "Dieses Feld muss ausgefüllt werden."
NO_LINK_TEXT = "Ein Link hat keinen Text."
UNCREDITED = "Diesem Bild fehlt der Bildnachweis. Bitte in der Bildverwaltung ergänzen."
SCHEME = "Bitte eine Adresse angeben, die mit https://, http://, mailto: oder tel: beginnt."
UNDESCRIBED = "Bitte füge etwas Alternativtext für dein Bild hinzu oder markiere es als dekorativ"
EMPTY_LINK = '<p><a href="https://example.org/"></a></p>'
TEXT = "<p>Text mit <a href='https://example.org/'>Link</a>.</p>"
LINK = {"label": "Ratsbeschluss", "url": "https://example.org/"}
TABLE = {"data": [["Jahr"], ["2020"]], "table_caption": "Jahre", "table_header_choice": "row"}

pytestmark = pytest.mark.django_db


def refused(block: Any, raw: Any, *, draft: bool = False) -> list[str]:
    """Give the messages of a block for a value as it is stored."""
    value = block.normalize(block.to_python(raw))
    try:
        if draft:
            block.clean_deferred(value)
        else:
            block.clean(value)
    except ValidationError as error:
        return [message for _path, message in block_faults(get_error_json_data(error), value)]
    return []


def body(*blocks: tuple[str, Any], draft: bool = False) -> list[str]:
    raw = [{"type": name, "value": value} for name, value in blocks]
    return refused(BodyBlock(), raw, draft=draft)


def image(*, alt: str = "Der Dom", decorative: bool = False, credit: str = "© Köln") -> dict:
    return {"image": ImageFactory(credit=credit).pk, "alt_text": alt, "decorative": decorative}


def test_a_body_has_fifteen_blocks_and_none_that_calls_others():
    assert list(BodyBlock().child_blocks) == [
        "heading",
        "rich_text",
        "image",
        "quote",
        "key_fact",
        "quality",
        "accordion",
        "download",
        "link",
        "call_to_action",
        "video",
        "table",
        "notice",
        "contact",
        "participation_teaser",
    ]


@pytest.fixture
def accepted(stage) -> list[tuple[str, Any]]:
    """Give one block of each kind with no more than it needs."""
    file = DocumentFactory().pk
    return [
        ("heading", {"text": "Ziele", "level": "h2"}),
        ("heading", {"text": "Im Einzelnen", "level": "h3"}),
        ("rich_text", {"content": TEXT}),
        ("image", {"image": image()}),
        ("image", {"image": image(alt="", decorative=True)}),
        ("quote", {"text": "Wir schreiben gemeinsam."}),
        ("key_fact", {"value": "43,8 %", "label": "Beteiligung"}),
        ("quality", {"title": "Weltoffen"}),
        ("accordion", {"items": [{"title": "Wer?", "content": TEXT}]}),
        ("download", {"document": file, "title": "Bericht"}),
        ("link", {"link": LINK}),
        ("link", {"link": {"label": "Stufe", "page": stage.pk}}),
        ("link", {"link": {"label": "Datei", "document": file}}),
        ("call_to_action", {"title": "Mitmachen", "link": LINK}),
        ("video", {"title": "Film", "file": file, "captions": file}),
        ("video", {"title": "Stummfilm", "file": file, "without_speech": True}),
        ("table", {"table": TABLE}),
        ("notice", {"tone": "info", "content": TEXT}),
        ("contact", {"contact": ContactPointFactory().pk}),
        ("participation_teaser", {"title": "Umfrage", "page": stage.pk}),
    ]


def test_each_block_is_accepted_with_what_it_needs(accepted):
    assert {name for name, _ in accepted} == set(BodyBlock().child_blocks)
    assert {name: body(*accepted[:2], (name, value)) for name, value in accepted} == {
        name: [] for name, _ in accepted
    }


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_each_block_is_refused_when_empty_and_saved_as_a_draft(name):
    assert body((name, {}))
    assert body((name, {}), draft=True) == []


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (("heading", {"text": "", "level": "h2"}), REQUIRED),
        (("rich_text", {"content": EMPTY_LINK}), NO_LINK_TEXT),
        (("accordion", {"items": [{"title": "Wer?", "content": EMPTY_LINK}]}), NO_LINK_TEXT),
        (("notice", {"tone": "info", "content": EMPTY_LINK}), NO_LINK_TEXT),
        (("link", {"link": {"label": "", "url": "https://example.org/"}}), REQUIRED),
        (
            ("link", {"link": {"label": "Nirgends"}}),
            "Bitte eine Seite, eine Adresse oder eine Datei angeben.",
        ),
        (
            ("table", {"table": {**TABLE, "table_caption": " "}}),
            "Bitte die Tabelle beschriften: Was zeigt sie?",
        ),
        (
            ("table", {"table": {**TABLE, "table_header_choice": "neither"}}),
            "Bitte auswählen, was Kopfzellen sind: die erste Zeile, die erste Spalte oder beide.",
        ),
    ],
)
def test_a_block_names_its_fault(block, message):
    assert body(block) == [message]
    assert body(block, draft=True) == []


def test_even_a_draft_links_only_where_readers_may_be_sent():
    link = {"label": "Skript", "url": "javascript:alert(1)"}

    assert body(("link", {"link": link})) == [SCHEME]
    assert body(("link", {"link": link}), draft=True) == [SCHEME]


def test_a_link_leads_to_one_place_only(stage):
    link = {**LINK, "page": stage.pk, "document": DocumentFactory().pk}

    assert body(("link", {"link": link})) == ["Ein Link führt nur zu einem Ziel."] * 2


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"credit": ""}, UNCREDITED),
        ({"alt": ""}, UNDESCRIBED),
    ],
)
def test_an_image_is_credited_and_described_or_decorative(values, message):
    assert body(("image", {"image": image(**values)})) == [message]
    assert body(("image", {"image": image(**values)}), draft=True) == []


@pytest.mark.parametrize(
    ("levels", "faults"),
    [
        (["h2", "h3", "h3"], 0),
        (["h3"], 1),
        (["h3", "h2", "h3"], 1),
        (["h3", "h3", "h2"], 2),
    ],
)
def test_a_subheading_stands_below_a_heading(levels, faults):
    blocks = [("heading", {"text": "Text", "level": level}) for level in levels]

    assert (
        body(*blocks)
        == ["Eine Zwischenüberschrift braucht eine Überschrift, unter der sie steht."] * faults
    )
    assert body(*blocks, draft=True) == []


def test_all_faults_of_a_body_are_named_at_once():
    found = body(
        ("heading", {"text": "", "level": "h3"}),
        ("rich_text", {"content": EMPTY_LINK}),
        ("link", {"link": {"label": ""}}),
    )

    assert len(found) == 4


def film(**values: Any) -> dict[str, Any]:
    file = DocumentFactory().pk
    return {"title": "Film", "file": file, "captions": file} | values


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"captions": None}, 1),
        ({"file": None}, 1),
        ({"url": "https://example.org/film.mp4"}, 2),
        ({"file": None, "url": "https://example.org/film.mp4"}, 1),
        ({"transcript": EMPTY_LINK}, 1),
        ({"transcript": TEXT}, 0),
    ],
)
def test_a_video_has_captions_a_place_and_a_poster_of_our_own(values, messages):
    assert len(body(("video", film(**values)))) == messages


def test_a_video_from_elsewhere_is_accepted_with_a_poster():
    film_elsewhere = film(file=None, url="https://example.org/film.mp4", poster=image())

    assert body(("video", film_elsewhere)) == []
    assert len(body(("video", film(poster=image(credit=""))))) == 1


def test_a_video_in_sign_language_lies_in_one_place():
    block = SignLanguageVideoBlock()

    assert refused(block, {"file": DocumentFactory().pk, "duration": 90}) == []
    assert refused(block, {}) != []
    assert refused(block, {}, draft=True) == []
    assert refused(block, {"file": DocumentFactory().pk, "duration": 0}) != []


@pytest.mark.parametrize(
    "outcome",
    [
        "pending",
        "recommended",
        "adopted",
        "adopted_amended",
        "noted",
        "postponed",
        "referred",
        "rejected",
        "withdrawn",
    ],
)
def test_a_council_decision_needs_body_and_date(outcome):
    block = CouncilDecisionBlock()
    decision = {"body_name": "Rat", "date": "2021-09-14", "outcome": outcome}

    assert refused(block, decision) == []
    assert refused(block, {"body_name": "Rat", "date": "2021-09-14"}) == []
    assert refused(block, {}) == [REQUIRED, REQUIRED]
    assert len(refused(block, {**decision, "outcome": "unknown"})) == 1


@pytest.mark.parametrize(
    ("written", "stored"),
    [("2001", "2001"), ("12/2001", "2001-12"), ("18.12.2003", "2003-12-18")],
)
def test_the_date_of_a_council_decision_is_as_exact_as_it_is_known(written, stored):
    date = CouncilDecisionBlock().child_blocks["date"]

    assert date.get_prep_value(date.clean(written)) == stored
    assert date.get_form_state(stored) == stored


def test_what_is_no_date_is_refused_as_in_any_other_field():
    decision = {"body_name": "Rat", "date": "2009-13"}

    assert refused(CouncilDecisionBlock(), decision) == [
        "„2009-13“ ist kein Datum. Möglich sind ein Jahr (2009), ein Monat (2020-10) "
        "oder ein Tag (2003-12-18)."
    ]


def test_a_source_is_a_file_or_an_address():
    source = {"title": "Bericht", "url": "https://example.org/", "document": DocumentFactory().pk}

    assert len(refused(SourceBlock(), source)) == 1
    assert refused(SourceBlock(), {**source, "url": ""}) == []
    assert refused(SourceBlock(), {**source, "document": None}) == []
