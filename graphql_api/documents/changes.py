"""What a change makes stale: which documents rest on the rows that changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from graphql_api import conf
from graphql_api.documents.identity import is_translatable, parsed, source
from graphql_api.documents.models import Document
from graphql_api.documents.registry import registered_models

# Live pages that stand elsewhere than their documents say, or have none.
MISPLACED = """
SELECT p.id FROM wagtailcore_page p
LEFT JOIN LATERAL graphql_api_place(p.url_path, p.locale_id, p.path) place ON TRUE
LEFT JOIN graphql_api_document d ON d.source = 'wagtailcore.page:' || p.id
WHERE p.live AND p.depth > 1
  AND (place.site, place.path, place.parent) IS DISTINCT FROM (d.site, d.path, d.parent)
"""

# What rests on pages, and on what rests on them: aliases, and translations of source pages.
DEPENDENTS = """
WITH RECURSIVE found (id) AS (
  SELECT unnest(%(ids)s::bigint[])
  UNION
  SELECT rest.id FROM found
  JOIN wagtailcore_page p USING (id) JOIN wagtailcore_locale l ON l.id = p.locale_id
  CROSS JOIN LATERAL (
    SELECT a.id FROM wagtailcore_page a WHERE a.alias_of_id = p.id
    UNION ALL
    SELECT t.id FROM wagtailcore_page t
    WHERE t.translation_key = p.translation_key AND l.language_code = %(language)s
  ) rest
)
SELECT id FROM found
"""


@dataclass(slots=True)
class Changes:
    """Rows that changed, and what else stands for many of them.

    prepared: images that are as they were, yet have new renditions. trees: pages that stand
    elsewhere, or whose readers are others, with all below them. places: whether sites begin, or
    are called, otherwise. Pages of both say what they said.
    """

    sources: set[str] = field(default_factory=set)
    prepared: set[str] = field(default_factory=set)
    trees: set[int] = field(default_factory=set)
    collections: set[int] = field(default_factory=set)
    locales: set[int] = field(default_factory=set)
    gone: set[UUID] = field(default_factory=set)
    places: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def affected(changes: Changes) -> set[str]:
    """Name all rows whose documents may be stale."""
    return changed(changes) | {source(Page, pk) for pk in moved(changes)}


def changed(changes: Changes) -> set[str]:
    """Name the rows that may say something else."""
    pages, others = split(changes.sources | changes.prepared | set(referring(changes.gone)))
    pages |= of_locales(changes.locales) | translations(changes.gone)
    found = {source(Page, pk) for pk in with_dependents(pages)}
    return found | set(siblings(others, changes)) | set(files(changes.collections))


def moved(changes: Changes) -> set[int]:
    """Give the pages that say what they said, perhaps elsewhere, to others or to nobody."""
    return with_dependents(below(changes.trees) | misplaced(changes.places))


def split(sources: Iterable[str]) -> tuple[set[int], dict[Any, set[str]]]:
    """Part pages from the rest, and the rest by its models."""
    pages: set[int] = set()
    others: dict[Any, set[str]] = {}
    for name in sources:
        model, pk = parsed(name)
        if model is Page:
            pages.add(int(pk))
        elif model is not None:
            others.setdefault(model, set()).add(pk)
    return pages, others


def referring(keys: set[UUID]) -> Iterable[str]:
    """Name the rows whose documents name one of `keys`."""
    if not keys:
        return ()
    documents = Document.objects.filter(mentions__overlap=sorted(keys))
    return documents.values_list("source", flat=True)


def ids(rows: QuerySet[Any]) -> set[Any]:
    return set(rows.values_list("pk", flat=True))


def below(trees: set[int]) -> set[int]:
    """Give the pages, and all below them."""
    wanted = Q(pk__in=trees)
    for path in Page.objects.filter(pk__in=trees).values_list("path", flat=True):
        wanted |= Q(path__startswith=path)
    return ids(Page.objects.filter(wanted)) if trees else set()


def misplaced(asked: bool) -> set[int]:  # noqa: FBT001
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(MISPLACED)
        return {pk for (pk,) in cursor.fetchall()}


def of_locales(locales: set[int]) -> set[int]:
    return ids(Page.objects.filter(locale__in=locales)) if locales else set()


def translations(keys: set[UUID]) -> set[int]:
    """Give the pages that stay when one of their translations, perhaps the source, is gone."""
    return ids(Page.objects.filter(translation_key__in=keys)) if keys else set()


def with_dependents(pages: set[int]) -> set[int]:
    """Add aliases, and the translations of source pages: both rest on them."""
    if not pages:
        return set()
    with connection.cursor() as cursor:
        language = conf.source_language()
        cursor.execute(DEPENDENTS, {"ids": sorted(pages), "language": language})
        return {pk for (pk,) in cursor.fetchall()}


def siblings(others: dict[Any, set[str]], changes: Changes) -> Iterator[str]:
    """Name the rows themselves and their translations."""
    for model in {*others, *registered_models()}:
        pks = others.get(model, set())
        yield from (source(model, pk) for pk in pks)
        if is_translatable(model) and (pks or changes.gone or changes.locales):
            rows = model._base_manager
            keys = rows.filter(pk__in=pks).values("translation_key")
            same = Q(translation_key__in=keys) | Q(translation_key__in=changes.gone)
            found = rows.filter(same | Q(locale__in=changes.locales))
            yield from (source(model, pk) for pk in ids(found))


def files(collections: set[int]) -> Iterator[str]:
    """Name the images and files in collections and those below them."""
    if not collections:
        return
    wanted = Q(pk__in=collections)
    for path in Collection.objects.filter(pk__in=collections).values_list("path", flat=True):
        wanted |= Q(path__startswith=path)
    inside = Collection.objects.filter(wanted)
    for model in (get_image_model(), get_document_model()):
        rows = model._base_manager.filter(collection__in=inside)
        yield from (source(model, pk) for pk in ids(rows))
