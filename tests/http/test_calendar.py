"""Occasions to take part as calendars that people subscribe to."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from icalendar import Calendar
from wagtail.models import Site

from tests.factories import ParticipationEventFactory, StageFactory
from vision_pages.models import StagePage

NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)


@pytest.fixture
def stage(city, time_machine):
    """A stage with a survey of whole days, a workshop that is off, and one with odd words."""
    time_machine.move_to(NOW, tick=False)
    site = Site.objects.get()
    site.site_name = "Stadt der Zukunft"
    site.save()
    stage = StageFactory(parent=city.vision, title="Mitreden")
    stage.participation_events = [
        ParticipationEventFactory.build(
            title="Umfrage",
            description="Alle, die hier wohnen; auch Kinder.",
            starts_at=datetime(2026, 6, 1, 22, tzinfo=UTC),
            ends_at=datetime(2026, 6, 5, 10, tzinfo=UTC),
            all_day=True,
            locale=stage.locale,
        ),
        ParticipationEventFactory.build(
            title="Werkstatt",
            starts_at=datetime(2026, 6, 10, 16, tzinfo=UTC),
            ends_at=datetime(2026, 6, 10, 18, tzinfo=UTC),
            cancelled=True,
            attendance_mode="onsite",
            participation_url="",
            venue_name="Bürgerhaus",
            address="Marktplatz 1, Köln",
            latitude="50.938",
            longitude="6.957",
            locale=stage.locale,
        ),
        ParticipationEventFactory.build(
            title="Rede\r\nEND:VEVENT\rX-EVIL:1\x07" + "ö" * 90,
            starts_at=datetime(2025, 6, 10, 16, tzinfo=UTC),
            locale=stage.locale,
        ),
    ]
    stage.save()
    return StagePage.objects.get(pk=stage.pk)


def events(response):
    """Read a calendar as RFC 5545 defines it, its events by their titles."""
    lines = response.content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    calendar = Calendar.from_ical(response.content)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.events)
    return calendar, {str(event["summary"])[:9]: event for event in calendar.events}


def test_all_occasions_of_a_site(client, city, stage, statements):
    response = client.get("/de/events.ics")

    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    # The site; its events.
    assert len(statements) == 2
    calendar, found = events(response)
    assert str(calendar["name"]) == "Stadt der Zukunft"
    assert {"Umfrage", "Werkstatt"} <= found.keys()


def test_whole_days_end_with_the_day_behind_their_last(client, stage):
    _calendar, found = events(client.get("/de/events.ics"))
    survey = found["Umfrage"]

    # It begins at midnight in Cologne.
    assert (survey["dtstart"].dt, survey["dtend"].dt) == (date(2026, 6, 2), date(2026, 6, 6))
    assert str(survey["uid"]) == str(
        stage.participation_events.get(title="Umfrage").translation_key
    )
    assert survey["summary"].params["LANGUAGE"] == "de"
    assert str(survey["description"]) == (
        "Alle, die hier wohnen; auch Kinder.\n\nhttps://example.org/umfrage"
    )
    assert str(survey["url"]) == "http://localhost/de/stadt-der-zukunft/koeln-21/mitreden/"
    assert str(survey["status"]) == "CONFIRMED"


def test_a_cancelled_one_stays_with_its_place(client, stage):
    _calendar, found = events(client.get("/de/events.ics"))
    workshop = found["Werkstatt"]

    assert str(workshop["status"]) == "CANCELLED"
    assert workshop["dtstart"].dt == datetime(2026, 6, 10, 16, tzinfo=UTC)
    assert workshop["dtend"].dt == datetime(2026, 6, 10, 18, tzinfo=UTC)
    assert str(workshop["location"]) == "Bürgerhaus, Marktplatz 1, Köln"
    assert (workshop["geo"].latitude, workshop["geo"].longitude) == (50.938, 6.957)


def test_a_title_cannot_write_lines_of_its_own(client, stage):
    _calendar, found = events(client.get("/de/events.ics"))
    [speech] = [event for title, event in found.items() if title.startswith("Rede")]

    assert str(speech["summary"]) == "Rede\nEND:VEVENT\nX-EVIL:1" + "ö" * 90
    assert "x-evil" not in speech
    assert "dtend" not in speech


@pytest.mark.parametrize("owner", ["initiative", "stage", "event"])
def test_those_of_one_initiative_stage_or_event(client, city, stage, owner):
    key = {
        "initiative": city.vision.translation_key,
        "stage": stage.translation_key,
        "event": stage.participation_events.get(title="Umfrage").translation_key,
    }[owner]

    _calendar, found = events(client.get(f"/de/events/{key}.ics"))

    assert "Umfrage" in found
    assert ("Werkstatt" in found) == (owner != "event")
    assert client.get(f"/de/events/{uuid4()}.ics").status_code == 404


def test_what_is_not_public_is_in_no_calendar(client, city, stage):
    stage.unpublish()

    _calendar, found = events(client.get("/de/events.ics"))
    assert found.keys().isdisjoint({"Umfrage", "Werkstatt"})
    assert client.get(f"/de/events/{stage.translation_key}.ics").status_code == 404


def test_another_language_has_what_it_lacks_in_the_next_one(client, stage):
    _calendar, found = events(client.get("/en/events.ics"))

    assert found["Umfrage"]["summary"].params["LANGUAGE"] == "de"
    assert client.get("/xx/events.ics").status_code == 404
    assert client.get("/events.ics").content == client.get("/de/events.ics").content


def test_it_is_sent_again_only_once_it_has_changed(client, stage):
    first = client.get("/de/events.ics")
    again = client.get("/de/events.ics", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/de/events.ics").headers["ETag"] == first.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert client.post("/de/events.ics").status_code == 405


def test_the_api_leads_there(ask, client, stage):
    answer = ask(
        """query ($initiative: [ID!]) {
          participationEvents(filter: {initiative: $initiative}, last: 1) {
            nodes { title calendarPath } } }""",
        initiative=[str(stage.get_parent().translation_key)],
    )

    [event] = answer["data"]["participationEvents"]["nodes"]
    _calendar, found = events(client.get(event["calendarPath"]))
    assert [*found] == [event["title"]] == ["Werkstatt"]
