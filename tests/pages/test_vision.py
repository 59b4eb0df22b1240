"""Visions: their links, former names, successors, and what all pages share."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError

from tests.factories import ContactPointFactory, ImageFactory, VisionFactory
from vision_pages.models import ProgrammePage, StagePage, VisionLink, VisionPage

REQUIRED = "Dieses Feld darf nicht leer sein."
EITHER = "Bitte das Bild entweder beschreiben oder als dekorativ kennzeichnen."
EMPTY_LINK = '<p>Ein <a href="https://example.org/"> <b></b></a> ohne Text.</p>'
ENDED = {
    "start_date": "2001",
    "end_date": "2002",
}


def test_a_vision_stands_below_a_programme_and_has_stages():
    assert VisionPage.clean_parent_page_models() == [ProgrammePage]
    assert VisionPage.clean_subpage_models() == [StagePage]


def test_a_vision_in_order_is_accepted(vision, refused):
    assert refused(vision) == {}


def test_a_vision_needs_what_makes_it_one(vision, refused):
    faults = refused(
        vision,
        title="",
        summary="",
        goal="",
        scope="",
        vision_statement="",
        contacts=[],
        actors=[],
    )

    assert faults == {
        "title": [REQUIRED],
        "summary": [REQUIRED],
        "goal": [REQUIRED],
        "scope": [REQUIRED],
        "vision_statement": [REQUIRED],
        "contacts": [REQUIRED],
        "__all__": ["Bitte mindestens eine federführende Stelle angeben."],
    }


@pytest.mark.parametrize(
    ("field", "limit"),
    [("title", 120), ("summary", 300), ("motto", 160), ("date_text", 60), ("status_note", 300)],
)
def test_a_text_has_its_limit(vision, refused, field, limit):
    assert refused(vision, **{field: "x" * limit}) == {}
    assert list(refused(vision, **{field: "x" * (limit + 1)})) == [field]


@pytest.mark.parametrize("scope", ["city", "administration"])
def test_a_vision_is_the_citys_or_the_administrations(vision, refused, scope):
    assert refused(vision, scope=scope) == {}
    assert list(refused(vision, scope="country")) == ["scope"]


@pytest.mark.parametrize(
    ("alt", "decorative", "expected"),
    [
        ("", False, {"hero_alt": [EITHER]}),
        ("Der Dom", True, {"hero_alt": [EITHER]}),
        ("Der Dom", False, {}),
        ("", True, {}),
    ],
)
def test_an_image_is_described_or_decorative(vision, refused, alt, decorative, expected):
    values = {"hero_image": ImageFactory(), "hero_alt": alt, "hero_decorative": decorative}

    assert refused(vision, **values) == expected


def test_an_image_names_its_credit(vision, refused):
    assert refused(vision, hero_image=ImageFactory(credit=""), hero_alt="Der Dom") == {
        "hero_image": ["Diesem Bild fehlt der Bildnachweis. Bitte in der Bildverwaltung ergänzen."]
    }


def test_a_page_has_one_video_in_sign_language_at_most(vision, refused):
    video = ("video", {"url": "https://example.org/dgs.mp4"})

    assert "sign_language_video" in refused(vision, sign_language_video=[video, video])


@pytest.mark.parametrize("field", ["goal", "achievements", "outlook", "vision_statement"])
def test_a_link_without_text_is_refused_everywhere(vision, refused, field):
    assert refused(vision, **{field: EMPTY_LINK}) == {field: ["Ein Link hat keinen Text."]}


def test_contacts_are_those_chosen(programme):
    contact = ContactPointFactory()
    vision = VisionFactory(parent=programme, contacts=[contact])

    assert list(VisionPage.objects.get(pk=vision.pk).contacts.all()) == [contact]


@pytest.mark.parametrize(
    ("start", "end", "accepted"),
    [
        ("2009", "2009", True),
        ("2009-06", "2009", True),
        ("2009", "2009-01", True),
        ("2009-06-15", "2009-06", True),
        ("2009-06-15", "2009-06-15", True),
        ("2009-06-15", "2009-06-14", False),
        ("2009-06", "2009-05", False),
        ("2009", "2008", False),
        (None, "2008", True),
        ("2009", None, True),
    ],
)
def test_an_end_may_lie_in_the_span_of_its_start(vision, refused, start, end, accepted):
    faults = refused(vision, start_date=start, end_date=end)

    assert faults == ({} if accepted else {"end_date": ["Das Ende liegt vor dem Beginn."]})


@pytest.mark.parametrize("override", ["paused", "completed", "discontinued"])
def test_a_status_against_the_dates_is_explained(vision, refused, override):
    assert refused(vision, status_override=override) == {
        "status_note": ["Bitte in wenigen Worten sagen, warum der Status vom Zeitraum abweicht."]
    }
    assert refused(vision, status_note="Der Rat hat vertagt.") == {}


@pytest.mark.parametrize("override", ["planned", "running"])
def test_what_dates_say_is_not_overridden(vision, refused, override):
    assert list(refused(vision, status_override=override, status_note="Weil.")) == [
        "status_override"
    ]


def test_only_what_has_ended_is_continued_elsewhere(vision, refused):
    message = "Nur ein beendetes Vorhaben wird anderswo fortgeführt."
    other = VisionFactory(parent=vision.get_parent())

    assert refused(vision, successor=other) == {"successor": [message]}
    assert refused(vision, **ENDED) == {}
    assert refused(vision, end_date=None) == {"successor": [message]}
    assert refused(vision, status_override="discontinued", status_note="Beendet.") == {}
    assert refused(vision, status_override="paused") == {"successor": [message]}


def test_nothing_is_continued_in_itself(vision, refused):
    assert list(refused(vision, successor=vision, **ENDED)) == ["successor"]


def test_former_names_stay_in_their_order(vision):
    vision.former_names = [("name", "Köln 21 – Smart City"), ("name", "Stadtvision")]
    vision.save()

    stored = VisionPage.objects.get(pk=vision.pk)
    assert [name.value for name in stored.former_names] == ["Köln 21 – Smart City", "Stadtvision"]


def test_a_former_name_is_not_empty_and_has_its_limit(vision, refused):
    assert refused(vision, former_names=[("name", "")]) == {
        "former_names": ["Dieses Feld muss ausgefüllt werden."]
    }
    assert list(refused(vision, former_names=[("name", "x" * 201)])) == ["former_names"]


@pytest.fixture
def other(vision) -> VisionPage:
    return VisionFactory(parent=vision.get_parent(), title="Verwaltung")


def test_a_link_is_stored_once_and_read_from_both_sides(vision, other):
    vision.linked_visions.add(VisionLink(target=other))
    vision.save()

    assert [link.target for link in vision.linked_visions.all()] == [other]
    assert [link.page for link in other.linked_from.all()] == [vision]
    assert not other.linked_visions.exists()


def test_the_mirror_of_a_link_is_refused(vision, other, refused):
    vision.linked_visions.add(VisionLink(target=other))
    vision.save()

    assert refused(other, linked_visions=[VisionLink(target=vision)]) == {
        "__all__": [
            "Die andere Vision ist schon mit dieser verknüpft; das erscheint auf beiden Seiten."
        ]
    }


def test_a_vision_is_not_linked_with_itself(vision, refused):
    assert refused(vision, linked_visions=[VisionLink(target=vision)]) == {
        "__all__": ["Eine Vision kann nicht mit sich selbst verknüpft werden."]
    }
    with pytest.raises(IntegrityError, match="vision_is_not_linked_with_itself"):
        VisionLink.objects.create(page=vision, target=vision)


def test_a_vision_is_linked_once(vision, other, refused):
    twice = [VisionLink(target=other), VisionLink(target=other)]

    assert refused(vision, linked_visions=twice) == {
        "__all__": ["Diese Vision ist schon verknüpft."]
    }


def test_a_link_needs_its_target(vision, refused):
    assert refused(vision, linked_visions=[VisionLink()]) == {
        "__all__": ["Vision: Dieses Feld darf nicht null sein."]
    }


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-25", date(2027, 11, 25)),
        ("2027-11-25", date(2028, 11, 25)),
        ("2028-02-29", date(2029, 2, 28)),
    ],
)
def test_a_page_is_reviewed_after_twelve_months(today, expected):
    with time_machine.travel(f"{today}T12:00Z"):
        assert VisionPage().review_on == expected


def test_a_page_is_not_archived_until_somebody_says_so():
    assert VisionPage().is_archived is False


def test_an_archived_page_stays_published(vision):
    vision.is_archived = True
    vision.save_revision().publish()

    assert VisionPage.objects.live().get().is_archived
