"""What is public: the only place that decides it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
)

from graphql_api import conf

STEP = Page.steplen


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a page is public, without its words."""

    id: int
    live: bool
    path: str
    locale_id: int
    translation_key: UUID
    alias_of_id: int | None
    expire_at: datetime | None


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page that may be read: until when, on which pages that rests, whose facts it shares."""

    id: int
    requires: tuple[int, ...]
    source: int | None
    expires_at: datetime | None


COLUMNS = ("id", "live", "path", "locale_id", "translation_key", "alias_of_id", "expire_at")


class Pages:
    """The pages asked about, with those their being public rests on."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.source_locale = source_locale()
        self.known: dict[int, Standing] = {}
        self.originals: dict[UUID, Standing] = {}
        self.restricted = set(PageViewRestriction.objects.values_list("page__path", flat=True))
        wanted = set(ids)
        while wanted:
            self.add(Page.objects.filter(pk__in=wanted))
            wanted = self.missing()

    def add(self, pages: models.QuerySet[Page]) -> None:
        found = [Standing(*values) for values in pages.values_list(*COLUMNS)]
        self.known |= {page.id: page for page in found}
        keys = {page.translation_key for page in found if page.locale_id != self.source_locale}
        if keys:
            originals = Page.objects.filter(translation_key__in=keys, locale=self.source_locale)
            for values in originals.values_list(*COLUMNS):
                page = Standing(*values)
                self.known[page.id] = self.originals[page.translation_key] = page

    def missing(self) -> set[int]:
        return {page.alias_of_id for page in self.known.values() if page.alias_of_id} - {
            *self.known
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
        if page.locale_id == self.source_locale:
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
