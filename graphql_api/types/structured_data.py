"""What a page says to machines: the vocabulary of schema.org, written as JSON-LD."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.utils import timezone

from graphql_api import conf
from graphql_api.documents.listing import Page
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import base_address, publisher_name, whole_address
from graphql_api.types.declaration import stored

Node = dict[str, Any]

SCHEMA_ORG = "https://schema.org"
WORKS = {"Vision", "Project", "LeitbildEntry"}
# Pages whose children are what they are about: which, and in which order.
LISTS = {
    "ProjectIndex": ("Project", "d.position, d.key"),
    "LeitbildHistory": ("LeitbildEntry", "d.starts_on, d.position, d.key"),
}
ATTENDANCE = {"online": "Online", "onsite": "Offline", "mixed": "Mixed"}
# Inside a script these would end it, or begin a comment; inside JSON they mean the same so.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Known:
    """A page, and what of others its description names.

    settings: those of the site. above: the pages above it. listed: what it lists. image: the
    address of a preview.
    """

    row: Row
    site: Row
    settings: Row | None
    above: list[Row]
    listed: Page | None
    image: str | None

    @property
    def publisher(self) -> str:
        return f"{self.home}#publisher"

    @property
    def home(self) -> str:
        """The address of the site's beginning, the same in all languages."""
        return f"{base_address(self.site, conf.source_language())}/"

    def address(self, row: Row) -> str:
        return whole_address(self.site, row.path or "/")


def json_ld(known: Known) -> str:
    """Write all that a page says, to go into a script as it is."""
    nodes = [page(known), publisher(known), *breadcrumbs(known), *events(known)]
    document = {"@context": SCHEMA_ORG, "@graph": nodes}
    return orjson.dumps(document).decode().translate(ESCAPED)


def said(type_name: str, **values: Any) -> Node:
    """Give a node with what is known; `id` names it for others."""
    name = {"@id": values.pop("id")} if "id" in values else {}
    known = {name: value for name, value in values.items() if value not in (None, "", [])}
    return {"@type": type_name, **name, **known}


def page(known: Known) -> Node:
    row, address = known.row, known.address(known.row)
    parent = known.above[-1] if known.above else None
    return said(
        type_of(row),
        id=address,
        url=address,
        name=row.data.get("title"),
        description=stored(row, "summary") or row.data.get("search_description"),
        inLanguage=row.locale,
        datePublished=moment(row.first_published_at),
        dateModified=moment(row.published_at),
        temporalCoverage=period(row),
        image=known.image,
        isPartOf={"@id": known.address(parent)} if parent else None,
        publisher={"@id": known.publisher},
        mainEntity=item_list(known),
    )


def type_of(row: Row) -> str:
    if row.kind in WORKS:
        return "CreativeWork"
    return "CollectionPage" if row.kind in LISTS else "WebPage"


def publisher(known: Known) -> Node:
    data = known.settings.data if known.settings else {}
    return said(
        "GovernmentOrganization",
        id=known.publisher,
        name=publisher_name(known.site, known.settings),
        url=known.home,
        sameAs=[profile["value"]["url"] for profile in data.get("social_profiles") or []],
    )


def breadcrumbs(known: Known) -> Iterator[Node]:
    """Yield the way to a page, if there is one."""
    if known.above:
        rows = [*known.above, known.row]
        yield said("BreadcrumbList", itemListElement=items(known, rows, "item"))


def item_list(known: Known) -> Node | None:
    if known.listed is None:
        return None
    rows: Any = known.listed.rows
    return said(
        "ItemList",
        numberOfItems=known.listed.total,
        itemListElement=items(known, rows, "url"),
    )


def items(known: Known, rows: Iterable[Row], address: str) -> list[Node]:
    return [
        said(
            "ListItem",
            position=position,
            name=row.data.get("title"),
            **{address: known.address(row)},
        )
        for position, row in enumerate(rows, start=1)
    ]


def events(known: Known) -> Iterator[Node]:
    """Yield the occasions to take part in a stage."""
    address = known.address(known.row)
    for event in known.row.data.get("participation_events") or []:
        state = "EventCancelled" if event["cancelled"] else "EventScheduled"
        mode = ATTENDANCE.get(event["attendance_mode"])
        yield said(
            "Event",
            id=f"{address}#{event['id']}",
            url=address,
            name=event["title"],
            description=event["description"],
            startDate=time(event["starts_at"], event),
            endDate=time(event["ends_at"], event),
            eventStatus=f"{SCHEMA_ORG}/{state}",
            eventAttendanceMode=mode and f"{SCHEMA_ORG}/{mode}EventAttendanceMode",
            location=[*locations(event, address)],
            inLanguage=event["languages"],
            organizer={"@id": known.publisher},
        )


def locations(event: Node, address: str) -> Iterator[Node]:
    if event["attendance_mode"] in ("online", "mixed"):
        yield said("VirtualLocation", url=event["participation_url"] or address)
    if event["attendance_mode"] in ("onsite", "mixed") and (
        event["venue_name"] or event["address"]
    ):
        yield said(
            "Place", name=event["venue_name"], address=event["address"], geo=coordinates(event)
        )


def coordinates(event: Node) -> Node | None:
    latitude, longitude = event.get("latitude"), event.get("longitude")
    if latitude is None or longitude is None:
        return None
    return said("GeoCoordinates", latitude=float(latitude), longitude=float(longitude))


def moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def time(iso: str | None, event: Node) -> str | None:
    """Write a time of an event in the time zone of the site; of one that takes days, its day."""
    if not iso:
        return None
    local = timezone.localtime(datetime.fromisoformat(iso))
    return local.date().isoformat() if event["all_day"] else local.isoformat()


def period(row: Row) -> str | None:
    """Write when something was or happened, as ISO 8601 has it; `..` where it goes on."""
    if row.data.get("date"):
        return "/".join(filter(None, (row.data["date"], row.data.get("end_date"))))
    start = row.data.get("start_date") or row.starts_on
    end = row.data.get("end_date") or row.ends_on
    return f"{start}/{end or '..'}" if start else None
