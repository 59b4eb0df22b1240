"""Bringing documents up to date with the rows they say: read again, project, write."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, models, transaction
from django.dispatch import Signal
from wagtail.models import Page

from graphql_api.documents import pages, things
from graphql_api.documents.changes import Changes, expanded, split
from graphql_api.documents.identity import source
from graphql_api.documents.models import Document
from graphql_api.documents.projection import DocumentRow, finished
from graphql_api.documents.rendition_tasks import enqueue
from graphql_api.documents.search import entries
from graphql_api.documents.store import write

BATCH = 200

# Sent when documents may have changed, within the transaction that does it.
refreshed = Signal()

# Whoever refreshes reads what others committed before, or is read by those who come after.
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('graphql_api.refresh', 0))"
# Waits for those who are changing these pages, before others have to wait for us.
HOLD = "SELECT FROM wagtailcore_page WHERE id = ANY(%s) ORDER BY id FOR SHARE"


def flush(changes: Changes) -> None:
    """Refresh all that `changes` made stale; within the transaction of the change."""
    hold(expanded(changes))
    lock()
    stale = sorted(expanded(changes))
    for start in range(0, len(stale), BATCH):
        refresh(stale[start : start + BATCH])
    enqueue({*stale} - changes.prepared)
    refreshed.send(None)


def hold(sources: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [sorted(split(sources)[0])])


def lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


def refresh(sources: Iterable[str]) -> None:
    """Write the documents of these rows as they are now."""
    names = list(sources)
    write(names, projected(names))


def renew(sources: Iterable[str]) -> None:
    """Write the documents of these rows, and their entries in search whatever these say."""
    names = list(sources)
    rows = projected(names)
    written = write(names, rows)
    entries.write(row for row in rows if row.source not in written)


def projected(sources: Iterable[str]) -> list[DocumentRow]:
    """Give the documents that these rows should have."""
    page_ids, others = split(sources)
    rows = pages.documents(sorted(page_ids)) if page_ids else []
    for model, pks in others.items():
        rows += things.documents(model, pks)
    return finished(rows)


def rebuild() -> Iterator[int]:
    """Write all documents anew, yielding how many rows were looked at so far."""
    done = 0
    for batch in all_sources():
        with transaction.atomic():
            hold(batch)
            lock()
            renew(batch)
        done += len(batch)
        yield done
    refreshed.send(None)


def all_sources() -> Iterator[list[str]]:
    """Name, in batches, all rows that may have a document, and all that have one."""
    for model in every_model():
        yield from batches_of(model)
    yield from orphans()


def every_model() -> list[type[models.Model]]:
    return [Page, *things.said_models()]


def batches_of(model: type[models.Model]) -> Iterator[list[str]]:
    """Name a table's rows in batches, whatever is added meanwhile."""
    last: Any = None
    rows = model._base_manager.order_by("pk")
    while pks := list(
        (rows if last is None else rows.filter(pk__gt=last)).values_list("pk", flat=True)[:BATCH]
    ):
        yield [source(model, pk) for pk in pks]
        last = pks[-1]


def orphans() -> Iterator[list[str]]:
    """Name the documents whose row is gone, or is no longer said."""
    said = {*every_model()}
    last = 0
    while found := list(
        Document.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "source")[:BATCH]
    ):
        last = found[-1][0]
        names = {name for _, name in found}
        if missing := names - set(existing(names, said)):
            yield sorted(missing)


def existing(names: set[str], said: set[type[models.Model]]) -> Iterator[str]:
    page_ids, others = split(names)
    for model, pks in {Page: page_ids, **others}.items():
        if model in said:
            rows = model._base_manager.filter(pk__in=pks)
            yield from (source(model, pk) for pk in rows.values_list("pk", flat=True))
