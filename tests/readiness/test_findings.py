"""What a draft lacks is found with the place where it stands, however broken the draft is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import ImageFactory, ParticipationEventFactory
from vision_pages.models import ParticipationEvent, VisionPage
from vision_pages.readiness.findings import findings, foreseeable
from vision_pages.readiness.kinds import Kind

REQUIRED = "Dieses Feld darf nicht leer sein."
NEEDED = "Dieses Feld muss ausgefüllt werden."


def places(page):
    return [
        (finding.severity.value, finding.place.path, finding.message) for finding in findings(page)
    ]


def test_refusals_say_where_they_stand(stage):
    stage.summary = ""
    stage.hero_image = ImageFactory(credit="")
    stage.body = [
        ("heading", {"text": "Davor", "level": "h3"}),
        ("accordion", {"items": [{"title": "Auf", "content": ""}]}),
        ("link", {"link": {"label": "Ohne Ziel"}}),
    ]
    stage.body.get_prep_value()  # gives the blocks their ids
    stage.participation_events = [
        ParticipationEventFactory.build(),
        ParticipationEvent(
            title="Werkstatt", format="workshop", attendance_mode="onsite", locale=stage.locale
        ),
    ]
    heading, accordion, link = stage.body
    item = accordion.value["items"].bound_blocks[0].id

    assert places(stage) == [
        ("refusal", "summary", REQUIRED),
        (
            "refusal",
            "hero_alt",
            "Bitte das Bild entweder beschreiben oder als dekorativ kennzeichnen.",
        ),
        (
            "refusal",
            "hero_image",
            "Diesem Bild fehlt der Bildnachweis. Bitte in der Bildverwaltung ergänzen.",
        ),
        (
            "refusal",
            "participation_events.1.venue_name",
            "Zur Teilnahme vor Ort gehört ein Veranstaltungsort.",
        ),
        (
            "refusal",
            "participation_events.1.accessibility_note",
            "Bitte angeben, wie barrierefrei der Ort ist.",
        ),
        (
            "refusal",
            f"body.{heading.id}.level",
            "Eine Zwischenüberschrift braucht eine Überschrift, unter der sie steht.",
        ),
        ("refusal", f"body.{accordion.id}.items.{item}.content", NEEDED),
        (
            "refusal",
            f"body.{link.id}.link.page",
            "Bitte eine Seite, eine Adresse oder eine Datei angeben.",
        ),
        ("refusal", "participation_events.1.starts_at", f"Beginn: {REQUIRED}"),
    ]
    assert [str(finding.place) for finding in findings(stage)][4:] == [
        "Beteiligungsangebot › 2 › Barrierefreiheit",
        "Inhalt › Überschrift › Ebene",
        "Inhalt › Akkordeon › Abschnitte › 1 › Text",
        "Inhalt › Link › Link › Seite",
        "Beteiligungsangebot › 2 › Beginn",
    ]


def test_what_is_said_of_rows_as_a_whole_stands_at_the_rows(vision):
    vision.actors = []

    assert places(vision) == [
        ("refusal", "actors", "Bitte mindestens eine federführende Stelle angeben.")
    ]


EMPTY = [
    {"type": name, "value": {}}
    for name in VisionPage._meta.get_field("body").stream_block.child_blocks
]
GONE = [
    {"type": "image", "value": {"image": {"image": 4711, "alt_text": None}}},
    {"type": "download", "value": {"document": 4711, "title": None}},
    {"type": "call_to_action", "value": {"title": None, "link": {"page": 4711, "label": None}}},
    {"type": "accordion", "value": {"items": [{"title": None, "content": None}]}},
    {"type": "taken_out", "value": {"text": "Bürger:innen"}},
]


@pytest.mark.parametrize("raw", [EMPTY, GONE], ids=["empty blocks", "references to nothing"])
def test_a_broken_body_is_no_obstacle(vision, raw):
    vision.body.raw_data.extend(raw)
    vision.save(clean=False)

    found = findings(VisionPage.objects.get())

    assert {finding.place.path.split(".")[0] for finding in found} == {"body"}


def test_what_comes_with_time_is_known_before(stage):
    stage.end_date, stage.review_on = timezone.localdate().isoformat(), timezone.localdate()
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert findings(stage) == []
    assert [(finding.kind, finding.holds_from) for finding in foreseeable(stage)] == [
        (Kind.REVIEW, tomorrow),
        (Kind.RESULTS, tomorrow + timedelta(days=90)),
    ]
