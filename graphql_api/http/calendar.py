"""The occasions to take part as a calendar to subscribe to: iCalendar (RFC 5545)."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event, vGeo, vText

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.listing import Listing, Window
from graphql_api.documents.rows import Part, Row
from graphql_api.documents.selecting import IN_USE
from graphql_api.documents.sites import publisher_name, whole_address
from graphql_api.documents.snapshot import snapshot
from graphql_api.http.site_files import asked_site, file

CALENDAR = "text/calendar"
# Those that begin last, or have begun last.
MOST = 1_000
ORDER = "e.value->>'starts_at' DESC NULLS LAST, e.value->>'id'"
# An initiative's, a stage's or one alone.
WANTED = "%(wanted)s::uuid IN (d.parent::uuid, d.key::uuid, (e.value->>'id')::uuid)"
LINE_ENDS = re.compile("\r\n?")
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@require_safe
@snapshot()
def calendar(
    request: HttpRequest, locale: str | None = None, key: UUID | None = None
) -> HttpResponse:
    """Give the occasions of a site, or those that a key names; 404 where it names none."""
    language = locale or conf.source_language()
    if language not in conf.languages():
        raise Http404
    site, moment = asked_site(request)
    listing = Listing(
        "Stage",
        chain(language),
        (IN_USE, "e.value->>'starts_at' IS NOT NULL", *([WANTED] if key else [])),
        ORDER,
        elements="participation_events",
        parameters={"wanted": key and str(key)},
    )
    found = listing.page(Window(first=MOST), moment).rows
    if key and not found:
        raise Http404
    written = empty(site, language)
    for occasion in found:
        written.add_component(event(site, occasion))  # type: ignore[arg-type]
    return file(request, written.to_ical().decode(), CALENDAR)


def empty(site: Row, language: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//wagtail-leitbild//{language.upper()}")
    calendar.add("method", "PUBLISH")
    name = writable(site.data.get("name") or publisher_name(site, None))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    return calendar


def event(site: Row, occasion: Part) -> Event:
    data = occasion.data
    event = Event()
    event.add("uid", str(data["id"]))
    starts, ends = times(data)
    event.add("dtstart", starts)
    if ends is not None:
        event.add("dtend", ends)
    stated = occasion.row.published_at or occasion.row.first_published_at or moment_of(data)
    event.add("dtstamp", stated)
    event.add("last-modified", stated)
    event.add("status", "CANCELLED" if data.get("cancelled") else "CONFIRMED")
    event.add("url", whole_address(site, occasion.row.path or "/"))
    texts(event, occasion)
    if data.get("latitude") is not None and data.get("longitude") is not None:
        event["geo"] = vGeo((float(data["latitude"]), float(data["longitude"])))
    return event


def times(data: dict[str, Any]) -> tuple[date | datetime, date | datetime | None]:
    """Say when it begins and ends; of an event of whole days the day behind its last."""
    starts = moment_of(data)
    ends = datetime.fromisoformat(data["ends_at"]) if data.get("ends_at") else None
    if not data.get("all_day"):
        return starts.astimezone(UTC), ends and ends.astimezone(UTC)
    last = timezone.localtime(ends or starts).date()
    return timezone.localtime(starts).date(), last + timedelta(days=1)


def moment_of(data: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(data["starts_at"])


def texts(event: Event, occasion: Part) -> None:
    """Add what is said in words, in the language in which it is served."""
    data = occasion.data
    links = [data.get("participation_url"), data.get("registration_url")]
    said = {
        "summary": data.get("title"),
        "description": "\n\n".join(filter(None, [data.get("description"), *links])),
        "location": ", ".join(filter(None, [data.get("venue_name"), data.get("address")])),
    }
    for name, text in said.items():
        if text:
            event[name] = vText(writable(text), params={"LANGUAGE": occasion.row.locale})


def writable(text: str) -> str:
    """Keep what would end a line from beginning one of its own."""
    return UNWRITABLE.sub("", LINE_ENDS.sub("\n", text))
