"""What is public: the only place that decides it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page

from graphql_api import conf

STEP = Page.steplen

# The pages, and those their being public rests on: sources of aliases, sources of translations.
STANDINGS = """
WITH RECURSIVE known (id) AS (
  SELECT unnest(%(ids)s::bigint[])
  UNION
  SELECT rest.id FROM known JOIN wagtailcore_page p USING (id)
  CROSS JOIN LATERAL (
    SELECT p.alias_of_id::bigint
    UNION ALL
    SELECT o.id FROM wagtailcore_page o JOIN wagtailcore_locale l ON l.id = o.locale_id
    WHERE o.translation_key = p.translation_key AND l.language_code = %(language)s
  ) rest (id)
)
SELECT p.id, p.live, p.path, p.locale_id, l.language_code, p.translation_key, p.alias_of_id,
  p.expire_at, p.content_type_id
FROM known JOIN wagtailcore_page p USING (id) JOIN wagtailcore_locale l ON l.id = p.locale_id
"""
RESTRICTED = """
SELECT p.path FROM wagtailcore_pageviewrestriction r JOIN wagtailcore_page p ON p.id = r.page_id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a page is public, without its words."""

    id: int
    live: bool
    path: str
    locale_id: int
    language: str
    translation_key: UUID
    alias_of_id: int | None
    expire_at: datetime | None
    content_type_id: int


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page that may be read: until when, on which pages that rests, whose facts it shares."""

    id: int
    requires: tuple[int, ...]
    source: int | None
    expires_at: datetime | None


class Pages:
    """The pages asked about, with those their being public rests on."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.language = conf.source_language()
        with connection.cursor() as cursor:
            cursor.execute(STANDINGS, {"ids": sorted(ids), "language": self.language})
            self.known = {row[0]: Standing(*row) for row in cursor.fetchall()}
            cursor.execute(RESTRICTED)
            self.restricted = {path for (path,) in cursor.fetchall()}
        self.originals = {
            page.translation_key: page
            for page in self.known.values()
            if page.language == self.language
        }

    def public(self, page_id: int) -> PublicPage | None:
        """Say how a page is public; None if it isn't."""
        page = self.known.get(page_id)
        if page is None:
            return None
        requires = self.requires(page)
        if not all(self.is_open(required) for required in requires):
            return None
        ends = [required.expire_at for required in requires if required.expire_at]
        source = next(filter(None, map(self.original, requires)), None)
        return PublicPage(
            id=page.id,
            requires=tuple(required.id for required in requires),
            source=None if source is None else source.id,
            expires_at=min(ends, default=None),
        )

    def requires(self, page: Standing) -> list[Standing]:
        """Give the page and all it rests on: sources of aliases, sources of translations."""
        found: list[Standing] = []
        wanted: list[Standing | None] = [page]
        while wanted:
            current = wanted.pop()
            if current is not None and current not in found:
                found.append(current)
                wanted += [self.alias_source(current), self.original(current)]
        return found

    def is_open(self, page: Standing) -> bool:
        return page.live and not self.is_restricted(page.path) and not self.is_placeholder(page)

    def is_restricted(self, path: str) -> bool:
        """Say whether a page or one above it is restricted, in whatever way."""
        return any(path[:end] in self.restricted for end in range(STEP, len(path) + 1, STEP))

    def is_placeholder(self, page: Standing) -> bool:
        """Say whether a page holds a translation's place with the words of another language."""
        source = self.alias_source(page)
        return source is not None and source.locale_id != page.locale_id

    def alias_source(self, page: Standing) -> Standing | None:
        return self.known.get(page.alias_of_id) if page.alias_of_id else None

    def original(self, page: Standing) -> Standing | None:
        """Give the page that a translation was made of; a placeholder is nobody's original."""
        if page.language == self.language:
            return None
        found = self.originals.get(page.translation_key)
        return None if found is None or self.is_placeholder(found) else found


def source_locale() -> int | None:
    return (
        Locale.objects.filter(language_code=conf.source_language())
        .values_list("pk", flat=True)
        .first()
    )


def is_live(instance: Any) -> bool:
    """Say whether a snippet is public; one without drafts always is."""
    return bool(getattr(instance, "live", True))


def private_collections() -> set[int]:
    """Give the collections whose files only some may read."""
    restricted = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    below = models.Q(pk__in=())
    for path in restricted:
        below |= models.Q(path__startswith=path)
    return set(Collection.objects.filter(below).values_list("pk", flat=True))
