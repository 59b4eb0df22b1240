"""Whether the documents stored are those a rebuild would store; if not, where they differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from graphql_api.documents.models import Document
from graphql_api.documents.projection import STORED, DocumentRow
from graphql_api.documents.refresh import all_sources, hold, lock, projected
from graphql_api.documents.search import entries

HASHES = {"content_hash", "mentions"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one document that isn't what it should be."""

    title: str
    source: str
    locale: str
    field: str
    stored: Any
    rebuilt: Any

    def __str__(self) -> str:
        name = " ".join(filter(None, (self.title, f"({self.source})", self.locale)))
        return f"{name}: {self.field}: {short(self.stored)} should be {short(self.rebuilt)}"


def short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."


def differences() -> Iterator[Difference]:
    """Compare all documents, a batch at a time."""
    for _batch, found in checked():
        yield from found


def checked() -> Iterator[tuple[list[str], list[Difference]]]:
    """Yield the rows of each batch, with what differs."""
    for batch in all_sources():
        found = [*of_batch(batch)]
        if found:
            # Somebody may have published between two looks: once more, while nobody can.
            with transaction.atomic():
                hold(batch)
                lock()
                found = [*of_batch(batch)]
        yield batch, found


def of_batch(batch: list[str]) -> Iterator[Difference]:
    stored = {row.source: row for row in Document.objects.filter(source__in=batch)}
    rebuilt = {row.source: row for row in projected(batch)}
    for source in batch:
        yield from compared(source, stored.get(source), rebuilt.get(source))
    for source in sorted(entries.different(rebuilt.values())):
        row = rebuilt[source]
        yield Difference(row.title, source, row.locale, "search entry", "other", "as it says")


def compared(
    source: str, stored: Document | None, rebuilt: DocumentRow | None
) -> Iterator[Difference]:
    if stored is not None and rebuilt is not None:
        for field, old, new in fields(stored, rebuilt):
            yield Difference(rebuilt.title, source, rebuilt.locale, field, old, new)
    elif stored is not None:
        title = stored.data.get("title") or stored.data.get("name") or stored.kind
        yield Difference(title, source, stored.locale, "document", "public", "absent")
    elif rebuilt is not None:
        yield Difference(rebuilt.title, source, rebuilt.locale, "document", "absent", "public")


def fields(stored: Document, rebuilt: DocumentRow) -> Iterator[tuple[str, Any, Any]]:
    """Yield the columns, and of the data the fields, that differ."""
    for column in STORED:
        old, new = getattr(stored, column), getattr(rebuilt, column)
        if column == "data":
            for name in sorted({*old, *new}):
                if old.get(name) != new.get(name):
                    yield name, old.get(name), new.get(name)
        elif comparable(old) != comparable(new) and column not in HASHES:
            yield column, old, new


def comparable(value: Any) -> Any:
    """Give a value as the table and the projection both have it: keys are text there."""
    if isinstance(value, list):
        return [comparable(item) for item in value]
    return str(value) if hasattr(value, "hex") and not isinstance(value, float) else value


def overdue(now: datetime) -> Iterator[str]:
    """Name the pages that expired and are still live: not a difference, yet worth a word."""
    expired = Page.objects.filter(live=True, expire_at__lt=now)
    yield from expired.values_list("title", flat=True)


def unprepared() -> Iterator[str]:
    """Name the images whose renditions are still to be made, or cannot be."""
    images = Document.objects.filter(kind="ImageFile", data__renditions=None)
    vector = "image/svg+xml"
    yield from images.exclude(data__mime_type=vector).values_list("data__title", flat=True)
