"""Drafts save with all their faults; publishing names all of them at once, beside their fields."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from tests.admin.forms import REQUIRED, create, edit, messages, rich, rows, saved, streamfield
from tests.factories import (
    ImageFactory,
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ParticipationEventFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import LeitbildEntryPage, ParticipationEvent, StagePage, VisionPage
from vision_pages.models.actor import Role

EVENT = {
    "title": "Umfrage",
    "format": "online_survey",
    "starts_at": "2021-02-01 00:00",
    "attendance_mode": "online",
    "participation_url": "https://example.org/umfrage",
}
STAGE = {"title": "Beteiligung", "summary": "Kurz.", "kind": "participation", "start_date": "2021"}
ORPHAN = ("heading", {"text": "Davor", "level": "h3"})


def faulty() -> dict:
    return {
        "title": "Beteiligung",
        "hero_image": ImageFactory(credit="").pk,
        "body": streamfield([ORPHAN]),
        "start_date": "2021-03",
        "end_date": "2021-02",
        "status_override": "paused",
        "participation_events": rows(
            {"title": "Werkstatt", "attendance_mode": "onsite", "registration_required": "on"},
            {**EVENT, "ends_at": "2021-01-01 00:00"},
        ),
    }


def test_a_draft_with_faults_is_saved(editor, vision):
    response = create(editor, vision, StagePage, **faulty())

    draft = StagePage.objects.get().get_latest_revision_as_object()
    assert response.status_code == 302
    assert not draft.live
    assert draft.body[0].value["text"] == "Davor"
    assert [event.title for event in draft.participation_events.all()] == ["Werkstatt", "Umfrage"]


def test_a_draft_needs_no_more_than_a_title(editor, vision):
    response = create(editor, vision, StagePage, title="Straßen & Plätze für Bürger*innen")

    assert response.status_code == 302
    assert StagePage.objects.get().slug == "strassen-plaetze-fuer-buergerinnen"


def test_publishing_names_all_faults_beside_their_fields(editor, vision):
    response = create(editor, vision, StagePage, "publish", **faulty())

    assert messages(response) == {
        "summary": [REQUIRED],
        "kind": [REQUIRED],
        "hero_alt": ["Bitte das Bild entweder beschreiben oder als dekorativ kennzeichnen."],
        "hero_image": ["Diesem Bild fehlt der Bildnachweis. Bitte in der Bildverwaltung ergänzen."],
        "body-0-level": ["Eine Zwischenüberschrift braucht eine Überschrift, unter der sie steht."],
        "end_date": ["Das Ende liegt vor dem Beginn."],
        "status_note": ["Bitte in wenigen Worten sagen, warum der Status vom Zeitraum abweicht."],
        "participation_events-0-format": [REQUIRED],
        "participation_events-0-starts_at": [REQUIRED],
        "participation_events-0-venue_name": [
            "Zur Teilnahme vor Ort gehört ein Veranstaltungsort."
        ],
        "participation_events-0-accessibility_note": [
            "Bitte angeben, wie barrierefrei der Ort ist."
        ],
        "participation_events-0-registration_url": [
            "Zur erforderlichen Anmeldung gehört eine Adresse."
        ],
        "participation_events-1-ends_at": ["Das Ende liegt vor dem Beginn."],
    }


def test_a_refused_page_keeps_what_was_typed(editor, vision):
    form = create(editor, vision, StagePage, "publish", **faulty()).context["form"]

    assert form["title"].value() == "Beteiligung"
    assert form["end_date"].value() == "2021-02"
    assert form["body"].value()[0].value["text"] == "Davor"
    assert form.formsets["participation_events"].forms[0]["title"].value() == "Werkstatt"
    assert not StagePage.objects.exists()


@pytest.mark.parametrize("action", ["", "publish"])
def test_a_date_that_is_none_is_refused(editor, vision, action):
    response = create(editor, vision, StagePage, action, **STAGE | {"start_date": "2009-13"})

    assert messages(response) == {
        "start_date": [
            "„2009-13“ ist kein Datum. Möglich sind ein Jahr (2009), ein Monat (2020-10) "
            "oder ein Tag (2003-12-18)."
        ]
    }
    assert response.context["form"]["start_date"].value() == "2009-13"


def test_what_is_in_order_is_published(editor, vision):
    create(editor, vision, StagePage, "publish", **STAGE, participation_events=rows(EVENT))

    stage = StagePage.objects.live().get()
    assert stage.slug == "beteiligung"
    assert stage.participation_events.get().title == "Umfrage"


def test_a_removed_row_has_no_faults(editor, vision):
    removed = {**EVENT, "participation_url": "", "DELETE": "on"}
    create(editor, vision, StagePage, "publish", **STAGE, participation_events=rows(removed))

    assert StagePage.objects.live().get().participation_events.count() == 0


def test_a_draft_of_a_published_page_leaves_it_as_it_was(editor, vision):
    stage = StageFactory(parent=vision)
    response = edit(editor, stage, title="Anders", status_override="paused")

    stage.refresh_from_db()
    assert response.status_code == 302
    assert stage.title != "Anders"
    assert stage.get_latest_revision_as_object().title == "Anders"


def test_a_fault_is_named_once(editor, vision):
    stage = StageFactory(parent=vision)
    response = edit(editor, stage, "publish", **STAGE | {"end_date": "2020"})

    assert messages(response) == {"end_date": ["Das Ende liegt vor dem Beginn."]}


def test_a_vision_names_who_leads_it(editor, programme):
    vision = VisionFactory(parent=programme)
    row = vision.actors.get()
    helping = saved(row, actor=row.actor_id, role=Role.PARTNER.value)
    response = edit(
        editor,
        vision,
        "publish",
        title="Köln 21",
        summary="Kurz.",
        scope="city",
        goal=rich("Ein Ziel."),
        vision_statement=rich("Ein Bild."),
        actors=helping,
    )

    assert messages(response) == {
        "actors": ["Bitte mindestens eine federführende Stelle angeben."],
        "contacts": [REQUIRED],
    }


def test_a_leitbild_entry_lies_in_the_past(editor, programme):
    history = LeitbildHistoryFactory(parent=programme)
    response = create(
        editor, history, LeitbildEntryPage, "publish", title="Morgen", summary="-", date="2999"
    )

    assert messages(response) == {
        "date": ["Das Datum liegt in der Zukunft: Ein Eintrag hält fest, was schon geschehen ist."]
    }


def faulty_revision(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    return page.save_revision(clean=False)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"end_date": "1999"}, "end_date"),
        ({"title": "T" * 121}, "title"),
        ({"start_date": None}, "start_date"),
        ({"body": [ORPHAN]}, "body"),
        ({"body": [("link", {"link": {"label": ""}})]}, "body"),
        (
            {"participation_events": [ParticipationEvent(title="Werkstatt", format="workshop")]},
            "__all__",
        ),
    ],
)
def test_no_other_way_publishes_faults(vision, values, field):
    stage = StageFactory(parent=vision, title="Erste Stufe")
    revision = faulty_revision(StagePage.objects.get(), **values)
    with pytest.raises(ValidationError) as refused:
        revision.publish()

    live = StagePage.objects.get()
    assert field in refused.value.message_dict
    assert (live.title, live.end_date, len(live.body)) == ("Erste Stufe", None, 0)
    assert live.live_revision == stage.live_revision


def test_no_other_way_publishes_a_vision_without_lead(vision):
    revision = faulty_revision(VisionPage.objects.get(pk=vision.pk), actors=[])
    with pytest.raises(ValidationError, match="federführende Stelle"):
        revision.publish()

    assert VisionPage.objects.get(pk=vision.pk).actors.count() == 1


def test_rows_in_order_are_published_without_a_form(vision):
    stage = StageFactory(parent=vision)
    stage.participation_events = [ParticipationEventFactory.build()]
    stage.save_revision().publish()

    assert StagePage.objects.get().participation_events.count() == 1


def test_an_entry_in_order_is_published_without_a_form(programme):
    entry = LeitbildEntryFactory(parent=LeitbildHistoryFactory(parent=programme))
    entry.save_revision().publish()

    assert Page.objects.get(pk=entry.pk).live
