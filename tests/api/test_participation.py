"""Occasions to take part, as the API gives them."""

from datetime import UTC, datetime

import pytest

from graphql_api.documents.identity import source_of
from graphql_api.documents.refresh import refresh
from tests.factories import DistrictFactory, ParticipationEventFactory

EVENTS = """query($filter: ParticipationEventFilter, $order: [ParticipationEventOrder!]) {
  participationEvents(filter: $filter, order: $order) { totalCount nodes { title } } }"""

EVERY_FIELD = """{ participationEvents(first: 1) {
  edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  nodes { id title description format level cancelled startsAt endsAt allDay attendanceMode
    participationUrl registrationRequired registrationUrl registrationDeadline registrationOpen
    calendarPath
    venueName accessibilityNote languages targetGroup participantCount resultSummary
    state address coordinates { latitude longitude } district { name } stage { title } } } }"""


@pytest.fixture
def now(time_machine):
    time_machine.move_to(datetime(2021, 4, 10, 12, tzinfo=UTC), tick=False)


def add(stage, **values):
    return ParticipationEventFactory(page=stage, locale=stage.locale, **values)


def test_an_event_says_all_that_it_is(ask, city, now, statements):
    event = add(
        city.first,
        title="Werkstatt",
        description="Wir reden.",
        format="workshop",
        level="cooperation",
        starts_at=datetime(2021, 4, 11, 10, tzinfo=UTC),
        ends_at=datetime(2021, 4, 11, 12, tzinfo=UTC),
        attendance_mode="mixed",
        registration_required=True,
        registration_url="https://example.org/anmeldung",
        registration_deadline=datetime(2021, 4, 10, 22, tzinfo=UTC),
        venue_name="Rathaus",
        accessibility_note="Ohne Stufen",
        languages=["de", "gsg"],
        target_group="Alle",
        participant_count=40,
        result_summary="Gut",
        address="Rathausplatz 1",
        latitude="50.938",
        longitude="6.957",
        district=DistrictFactory(name="Innenstadt"),
    )

    answer = ask(EVERY_FIELD)["data"]["participationEvents"]

    cursor = answer["pageInfo"]["startCursor"]
    assert answer == {
        "edges": [{"cursor": cursor, "node": {"id": str(event.translation_key)}}],
        "pageInfo": {
            "hasNextPage": False,
            "hasPreviousPage": False,
            "startCursor": cursor,
            "endCursor": cursor,
        },
        "nodes": [
            {
                "id": str(event.translation_key),
                "title": "Werkstatt",
                "description": "Wir reden.",
                "format": "WORKSHOP",
                "level": "COOPERATION",
                "cancelled": False,
                "startsAt": "2021-04-11T10:00:00+00:00",
                "endsAt": "2021-04-11T12:00:00+00:00",
                "allDay": False,
                "attendanceMode": "MIXED",
                "participationUrl": "https://example.org/umfrage",
                "registrationRequired": True,
                "registrationUrl": "https://example.org/anmeldung",
                "registrationDeadline": "2021-04-10T22:00:00+00:00",
                "registrationOpen": True,
                "calendarPath": f"/de/events/{event.translation_key}.ics",
                "venueName": "Rathaus",
                "accessibilityNote": "Ohne Stufen",
                "languages": ["de", "gsg"],
                "targetGroup": "Alle",
                "participantCount": 40,
                "resultSummary": "Gut",
                "state": "UPCOMING",
                "address": "Rathausplatz 1",
                "coordinates": {"latitude": 50.938, "longitude": 6.957},
                "district": {"name": "Innenstadt"},
                "stage": {"title": "Erste"},
            }
        ],
    }
    # The list; the districts it names.
    assert len(statements) == 2


@pytest.fixture
def events(city, now):
    """One of each state, and one of an archived stage."""
    add(city.first, title="vorbei", starts_at=datetime(2021, 4, 1, 8, tzinfo=UTC))
    add(city.first, title="heute", starts_at=datetime(2021, 4, 10, 8, tzinfo=UTC), level="decision")
    add(
        city.second,
        title="bald",
        starts_at=datetime(2021, 5, 1, 8, tzinfo=UTC),
        format="exhibition",
        attendance_mode="onsite",
    )
    add(city.second, title="abgesagt", starts_at=datetime(2021, 4, 2, tzinfo=UTC), cancelled=True)
    add(city.second, title="ohne Termin", starts_at=None)


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({}, ["vorbei", "abgesagt", "heute", "bald", "ohne Termin"]),
        ({"state": ["OPEN"]}, ["heute"]),
        ({"state": ["UPCOMING"]}, ["bald", "ohne Termin"]),
        ({"state": ["CLOSED", "CANCELLED"]}, ["vorbei", "abgesagt"]),
        ({"startsBefore": "2021-04-02T00:00:00Z"}, ["vorbei"]),
        ({"endsAfter": "2021-04-10T09:00:00Z"}, ["heute", "bald"]),
        ({"format": ["EXHIBITION"]}, ["bald"]),
        ({"attendanceMode": ["ONSITE"]}, ["bald"]),
        ({"level": ["DECISION", "INFORMATION"]}, ["heute"]),
        ({"not": {"state": ["CLOSED"]}}, ["abgesagt", "heute", "bald", "ohne Termin"]),
        ({"or": [{"state": ["OPEN"]}, {"format": ["EXHIBITION"]}]}, ["heute", "bald"]),
        ({"and": [{"state": ["OPEN"]}, {"format": ["EXHIBITION"]}]}, []),
    ],
)
def test_events_by_what_is_asked(ask, events, statements, filter, expected):
    answer = ask(EVENTS, filter=filter)["data"]["participationEvents"]

    assert [node["title"] for node in answer["nodes"]] == expected
    assert answer["totalCount"] == len(expected)
    assert len(statements) == 1


def test_the_last_event_first(ask, events):
    answer = ask(EVENTS, order=["STARTS_DESC"])["data"]["participationEvents"]

    titles = [node["title"] for node in answer["nodes"]]
    assert titles == ["bald", "heute", "abgesagt", "vorbei", "ohne Termin"]


def test_events_of_archived_stages_are_left_out(ask, city, events):
    type(city.second).objects.filter(pk=city.second.pk).update(is_archived=True)
    refresh([source_of(city.second)])

    assert ask(EVENTS)["data"]["participationEvents"]["totalCount"] == 2
