"""Bringing documents up to date with the rows they say: read again, project, write."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, models, transaction
from django.dispatch import Signal
from wagtail.models import Page

from graphql_api.documents import pages, things
from graphql_api.documents.changes import Changes, affected, changed, moved, split
from graphql_api.documents.displacement import displaced, follow_sites
from graphql_api.documents.identity import parsed, source
from graphql_api.documents.models import Document
from graphql_api.documents.projection import DocumentRow, finished
from graphql_api.documents.rendition_tasks import enqueue
from graphql_api.documents.search import entries
from graphql_api.documents.store import write

BATCH = 200
# What a rebuild writes in one transaction: so long does somebody wait who publishes meanwhile.
PORTION = 20

# Sent when documents may have changed, within the transaction that does it; after a rebuild.
refreshed = Signal()

# Whoever refreshes reads what others committed before, or is read by those who come after.
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('graphql_api.refresh', 0))"
# Waits for those who are changing these pages, before others have to wait for us.
HOLD = "SELECT FROM wagtailcore_page WHERE id = ANY(%s) ORDER BY id FOR SHARE"


def flush(changes: Changes) -> None:
    """Refresh all that `changes` made stale; within the transaction of the change."""
    hold(affected(changes))
    lock()
    if changes.places:
        follow_sites()
    names = stale(changes)
    for batch in batched(names):
        refresh(batch)
    enqueue({*names} - changes.prepared)
    refreshed.send(None)


def stale(changes: Changes) -> list[str]:
    """Name the rows whose documents have to be written: of what has moved, few or none."""
    names = changed(changes)
    for batch in batched(sorted(moved(changes))):
        names |= {source(Page, pk) for pk in displaced(batch)}
    return sorted(names)


def batched(found: list[Any], size: int = BATCH) -> Iterator[list[Any]]:
    return (found[start : start + size] for start in range(0, len(found), size))


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
    for portion in rebuilt():
        done += len(portion)
        yield done


def rebuilt(after: str = "") -> Iterator[list[str]]:
    """Write all documents anew, or those behind a row, yielding the rows of each transaction.

    What is yielded is committed: whoever is interrupted goes on behind the last row.
    """
    try:
        for batch in all_sources(after):
            for portion in batched(batch, PORTION):
                with transaction.atomic():
                    hold(portion)
                    lock()
                    renew(portion)
                yield portion
    finally:
        refreshed.send(None)


def how_many(after: str = "") -> int:
    """Say how many rows there are, or how many behind a row."""
    return sum(rows.count() for _model, rows in tables(after))


def all_sources(after: str = "") -> Iterator[list[str]]:
    """Name, in batches, all rows that may have a document, and all that have one."""
    for model, rows in tables(after):
        yield from batches_of(model, rows)
    yield from orphans()


def tables(after: str = "") -> Iterator[tuple[type[models.Model], models.QuerySet[Any]]]:
    """Give all rows that may have a document, table by table, or those behind one of them."""
    model, pk = parsed(after) if after else (None, "")
    begun = not after
    for each in every_model():
        rows = each._base_manager.order_by("pk")
        if begun:
            yield each, rows
        elif each is model:
            begun = True
            yield each, rows.filter(pk__gt=pk)


def every_model() -> list[type[models.Model]]:
    return [Page, *things.said_models()]


def batches_of(model: type[models.Model], rows: models.QuerySet[Any]) -> Iterator[list[str]]:
    """Name a table's rows in batches, whatever is added meanwhile."""
    rest = rows
    while pks := list(rest.values_list("pk", flat=True)[:BATCH]):
        yield [source(model, pk) for pk in pks]
        rest = rows.filter(pk__gt=pks[-1])


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
