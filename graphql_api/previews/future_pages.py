"""Pages as they will be: some published meanwhile, the others as they are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from wagtail.models import Locale, Page

from graphql_api.documents import pages
from graphql_api.documents.changes import with_dependents
from graphql_api.documents.pages import Place
from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.visibility import STEP, Pages, PublicPage
from graphql_api.previews.publication import published
from vision_pages.models import Release
from vision_pages.translation.releases import noted, reviewed_at


class FuturePages(Pages):
    """What is public once some pages are published."""

    def __init__(self, ids: Iterable[int], rows: Mapping[int, Page]) -> None:
        super().__init__(ids)
        for pk in {*self.known} & {*rows}:
            page = replace(self.known[pk], live=True, expire_at=rows[pk].expire_at)
            self.known[pk] = page
            if page.language == self.language:
                self.originals[page.translation_key] = page


def documents(page: Page, rows: dict[int, Page], at: Mapping[int, datetime]) -> list[DocumentRow]:
    """Say `page` and those in `rows` as published `at` a time, and all pages that rest on them.

    Those that stand deepest come first.
    """
    rows = rows | {page.pk: page}
    ids = with_dependents({*rows})
    rows = rows | dict(aliases(ids, rows))
    future = FuturePages(ids, rows)
    public = {one.id: one for one in map(future.public, ids) if one is not None}
    # The token says who may read it, whatever else is private.
    public.setdefault(page.pk, PublicPage(page.pk, (), None, page.expire_at))
    sources = {page.source for page in public.values() if page.source is not None}
    known = {row.pk: row for row in pages.specific(({*public} | sources) - {*rows})} | rows
    places = places_of(sorted({*public} & {*known}), rows)
    releases = Release.objects.in_bulk({*known}) | dict(released(rows))
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    found = []
    for pk in sorted(places, key=lambda pk: (-known[pk].depth, known[pk].path)):
        source = known.get(public[pk].source or 0)
        row = pages.document(known[pk], source, public[pk], places[pk], codes)
        row = pages.with_translation(
            row, releases.get(pk), releases.get(source.pk if source else 0)
        )
        found.append(published(row, at[pk]) if pk in at else row)
    return found


def aliases(ids: Iterable[int], rows: Mapping[int, Page]) -> Iterator[tuple[int, Page]]:
    """Give the aliases of what is published, with what is published of it."""
    for alias in Page.objects.filter(pk__in=ids, alias_of__in=[*rows]).specific():
        content = rows[alias.alias_of_id].serializable_data()
        copy = alias.with_content_json(content)
        copy.live, copy.slug = True, alias.slug
        yield alias.pk, copy


def released(rows: Mapping[int, Page]) -> Iterator[tuple[int, Release]]:
    """Give what publishing notes of each page's translation."""
    by_key = {(row.translation_key, row.locale_id): row for row in rows.values()}
    source_locale = Locale.get_default().pk
    for pk, row in rows.items():
        if not row.alias_of_id:
            source: Any = None
            if row.locale_id != source_locale:
                same = Page.objects.filter(translation_key=row.translation_key, alias_of=None)
                source = (
                    by_key.get((row.translation_key, source_locale))
                    or same.filter(locale=source_locale).first()
                )
            yield pk, Release(page_id=pk, **noted(row, source, reviewed_at(row)))


def places_of(ids: list[int], rows: Mapping[int, Page]) -> dict[int, Place]:
    """Say where pages will stand: below what is renamed, too."""
    now = pages.places_of([*ids, *rows])
    paths = dict(Page.objects.filter(pk__in=now).values_list("pk", "path"))
    renamed: dict[str, tuple[str, str]] = {}
    for pk in sorted({*rows} & {*now}, key=lambda pk: len(paths[pk])):
        stored = now[pk].path
        if now[pk].parent is not None:
            above = moved(paths[pk], stored, renamed).rstrip("/").rpartition("/")[0]
            renamed[paths[pk]] = (stored, f"{above}/{rows[pk].slug}/")
    return {
        pk: Place(now[pk].site, moved(paths[pk], now[pk].path, renamed), now[pk].parent)
        for pk in ids
        if pk in now
    }


def moved(position: str, stored: str, renamed: Mapping[str, tuple[str, str]]) -> str:
    """Give a path with that of the deepest renamed page above it, or its own, exchanged."""
    for end in range(len(position), 0, -STEP):
        if found := renamed.get(position[:end]):
            before, after = found
            return after + stored[len(before) :]
    return stored
