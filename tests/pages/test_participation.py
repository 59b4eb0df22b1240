"""Participation events: when one can take part and register, and what is refused."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import ParticipationEventFactory
from vision_pages.models import ParticipationEvent
from vision_pages.models.participation import EventState

REQUIRED = "Dieses Feld darf nicht leer sein."
NOT_YET = "Die Zahl der Teilnehmenden steht erst nach der Veranstaltung fest."
BEFORE = "Das Ende liegt vor dem Beginn."
ONSITE = {
    "attendance_mode": "onsite",
    "participation_url": "",
    "venue_name": "Rathaus",
    "accessibility_note": "Stufenlos, mit Aufzug.",
}


def moment(day, hour=0, minute=0, second=0):
    """Give a moment of April 2021 in UTC; Cologne is two hours ahead."""
    return datetime(2021, 4, day, hour, minute, second, tzinfo=UTC)


def event(**values):
    return ParticipationEventFactory.build(locale=None, **values)


def faults(**values):
    return {fault.field: str(fault.message) for fault in event(**values).faults()}


@pytest.mark.parametrize(
    ("values", "now", "expected"),
    [
        ({}, moment(6, 7, 59, 59), EventState.UPCOMING),
        ({}, moment(6, 8), EventState.OPEN),
        ({}, moment(6, 22), EventState.OPEN),
        ({}, moment(6, 22, 0, 1), EventState.CLOSED),
        ({"ends_at": moment(8, 18)}, moment(8, 18), EventState.OPEN),
        ({"ends_at": moment(8, 18)}, moment(8, 18, 0, 1), EventState.CLOSED),
        ({"all_day": True}, moment(5, 21, 59, 59), EventState.UPCOMING),
        ({"all_day": True}, moment(5, 22), EventState.OPEN),
        ({"all_day": True, "ends_at": moment(8, 6)}, moment(8, 22), EventState.OPEN),
        ({"all_day": True, "ends_at": moment(8, 6)}, moment(8, 22, 0, 1), EventState.CLOSED),
        ({"cancelled": True}, moment(6, 9), EventState.CANCELLED),
        ({"cancelled": True}, moment(30), EventState.CANCELLED),
        ({"starts_at": None}, moment(30), EventState.UPCOMING),
    ],
)
def test_the_state_follows_the_clock(values, now, expected):
    assert event(**values).state(now) == expected
    with time_machine.travel(now, tick=False):
        assert event(**values).state() == expected


def test_a_day_of_the_clock_change_ends_at_its_own_midnight():
    last = event(starts_at=datetime(2021, 3, 28, 8, tzinfo=UTC), all_day=True)

    assert last.counted(last.starts_at) == datetime(2021, 3, 27, 23, tzinfo=UTC)
    assert last.closes_at(last.starts_at) == datetime(2021, 3, 28, 22, tzinfo=UTC)


REGISTRATION = {"registration_url": "https://example.org/anmeldung"}


@pytest.mark.parametrize(
    ("values", "now", "expected"),
    [
        ({}, moment(5), False),
        (REGISTRATION, moment(5), True),
        (REGISTRATION, moment(6, 9), True),
        (REGISTRATION, moment(8), False),
        (REGISTRATION | {"cancelled": True}, moment(5), False),
        (REGISTRATION | {"registration_deadline": moment(4, 12)}, moment(4, 12), True),
        (REGISTRATION | {"registration_deadline": moment(4, 12)}, moment(4, 12, 0, 1), False),
    ],
)
def test_one_registers_until_the_deadline_or_the_end(values, now, expected):
    assert event(**values).registration_open(now) is expected
    with time_machine.travel(now, tick=False):
        assert event(**values).registration_open() is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {}),
        (ONSITE, {}),
        ({"ends_at": moment(6, 7)}, {"ends_at": BEFORE}),
        ({"ends_at": moment(6, 8)}, {}),
        ({"ends_at": moment(6, 7), "all_day": True}, {}),
        ({"ends_at": moment(5, 7), "all_day": True}, {"ends_at": BEFORE}),
        ({"starts_at": None, "ends_at": moment(6, 7)}, {}),
        (
            {"participation_url": ""},
            {"participation_url": "Zur Online-Teilnahme gehört eine Adresse."},
        ),
        (
            {"attendance_mode": "mixed", "participation_url": ""},
            {
                "participation_url": "Zur Online-Teilnahme gehört eine Adresse.",
                "venue_name": "Zur Teilnahme vor Ort gehört ein Veranstaltungsort.",
                "accessibility_note": "Bitte angeben, wie barrierefrei der Ort ist.",
            },
        ),
        (
            {"registration_required": True},
            {"registration_url": "Zur erforderlichen Anmeldung gehört eine Adresse."},
        ),
        ({"registration_required": True, **REGISTRATION}, {}),
        ({"registration_deadline": moment(6, 22)}, {}),
        (
            {"registration_deadline": moment(6, 22, 1)},
            {"registration_deadline": "Die Anmeldung endet nach der Veranstaltung."},
        ),
        (
            {"ends_at": moment(6, 10), "registration_deadline": moment(6, 11)},
            {"registration_deadline": "Die Anmeldung endet nach der Veranstaltung."},
        ),
        (
            {"participant_count": 0, "ends_at": moment(10)},
            {"participant_count": NOT_YET},
        ),
        (
            {"participant_count": 5, "cancelled": True},
            {"participant_count": NOT_YET},
        ),
    ],
)
def test_what_contradicts_itself_is_refused(values, expected):
    with time_machine.travel(moment(6, 9), tick=False):
        assert faults(**values) == expected


def test_how_many_took_part_is_known_once_it_is_over():
    assert faults(participant_count=2391, ends_at=moment(6, 10)) == {}


UNKNOWN = {
    "attendance_mode": "mixed",
    "participation_url": "",
    "registration_required": True,
}


@pytest.mark.parametrize(
    ("values", "now", "expected"),
    [
        (
            {},
            moment(5),
            ["accessibility_note", "participation_url", "registration_url", "venue_name"],
        ),
        (
            {},
            moment(6, 22),
            ["accessibility_note", "participation_url", "registration_url", "venue_name"],
        ),
        ({}, moment(6, 22, 1), []),
        ({"cancelled": True}, moment(5), []),
    ],
)
def test_how_to_take_part_must_be_known_until_it_is_over(values, now, expected):
    with time_machine.travel(now, tick=False):
        assert sorted(faults(**UNKNOWN, **values)) == expected


def test_an_event_needs_title_format_start_and_place_of_attendance(stage, refused):
    assert sorted(refused(stage, participation_events=[ParticipationEvent()])["__all__"]) == [
        f"Art der Teilnahme: {REQUIRED}",
        f"Beginn: {REQUIRED}",
        f"Format: {REQUIRED}",
        f"Titel: {REQUIRED}",
    ]


@pytest.mark.parametrize(
    ("field", "known", "unknown"),
    [
        (
            "format",
            [
                "online_survey",
                "online_dialogue",
                "workshop",
                "interview",
                "public_event",
                "outreach",
                "exhibition",
                "committee",
                "other",
            ],
            "party",
        ),
        ("level", ["", "information", "consultation", "cooperation", "decision"], "none"),
        ("attendance_mode", ["online"], "hybrid"),
        ("languages", [[], ["de", "gsg", "de-simple"]], ["xx"]),
    ],
)
def test_choices_are_those_of_the_model(stage, refused, field, known, unknown):
    for value in known:
        assert refused(stage, participation_events=[event(**{field: value})]) == {}
    assert "__all__" in refused(stage, participation_events=[event(**{field: unknown})])


def test_a_position_has_both_coordinates_or_none():
    assert faults(latitude=50) == {"longitude": "Bitte beide Koordinaten angeben oder keine."}


def test_an_event_is_named_by_its_title():
    assert str(event(title="Umfrage")) == "Umfrage"
