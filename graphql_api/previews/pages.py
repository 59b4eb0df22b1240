"""What publishing a page, as it is in memory, would write."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from wagtail.models import Locale, Page, Site

from graphql_api.documents import pages
from graphql_api.documents.facts import synchronised
from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.visibility import Pages, PublicPage, source_locale
from graphql_api.previews.aliases import aliases
from graphql_api.previews.publication import ends, published
from vision_pages.models import Release
from vision_pages.translation.releases import release, source_texts

PLACE = "SELECT place.site, place.path, place.parent FROM graphql_api_place(%s, %s, %s) place"


def documents(page: Page, now: datetime) -> list[DocumentRow]:
    """Say a page as if it were public, what takes facts from it, and what follows it."""
    choose_slug(page)
    place = place_of(page)
    if place is None:
        return []
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    source = source_page(page)
    own = pages.document(page, source, public(page, source, now), place, codes)
    released = release(page)
    stated = pages.with_translation(own, released, release_of(source))
    return [
        published(stated, now),
        *translations(page, released, codes),
        *aliases(page, source, codes, now),
    ]


def choose_slug(page: Any) -> None:
    """Give a page the slug that saving it would; where it is empty, Wagtail makes one up."""
    if is_made_up(page.slug):
        page.slug = ""
        page.minimal_clean()
    elif hasattr(page, "choose_slug"):
        page.choose_slug()


def is_made_up(slug: str) -> bool:
    try:
        return str(UUID(slug, version=4)) == slug
    except ValueError:
        return False


def place_of(page: Page) -> pages.Place | None:
    """Say where a page would stand."""
    parent = page.get_parent()
    if parent is not None and not is_root(page):
        page.set_url_path(parent)
    with connection.cursor() as cursor:
        cursor.execute(PLACE, [page.url_path, page.locale_id, page.path])
        found = cursor.fetchone()
    if found is None or found[0] is None:
        return None
    site, path, above = found
    return pages.Place(site, path, None if above is None else str(above))


def is_root(page: Page) -> bool:
    """Say whether a site begins with a page, in whatever language: then its slug is in no path."""
    key = page.translation_key
    return page.pk is not None and Site.objects.filter(root_page__translation_key=key).exists()


def public(page: Page, source: Page | None, now: datetime) -> PublicPage:
    """Say how a page would be public, whether it is or not; the token says who may read it."""
    return PublicPage(
        id=page.pk or 0,
        requires=(),
        source=None if source is None else source.pk,
        expires_at=ends([page, source], now),
    )


def source_page(page: Page) -> Page | None:
    """Read the page that a page is a translation of."""
    if page.locale_id == source_locale():
        return None
    same = Page.objects.filter(
        translation_key=page.translation_key, locale=source_locale(), alias_of=None
    )
    return next(pages.specific(set(same.values_list("pk", flat=True))), None)


def release_of(source: Page | None) -> Release | None:
    """Give what is noted of a source once one of its translations is published."""
    return Release(page_id=source.pk, texts=source_texts(source)) if source else None


def translations(page: Page, released: Release, codes: dict[int, str]) -> Iterator[DocumentRow]:
    """Say the public translations of a page anew: its facts are theirs."""
    if page.pk is None or page.locale_id != source_locale() or not synchronised(type(page)):
        return
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    found = public_pages(with_aliases(others))
    places = pages.places_of([*found])
    releases = Release.objects.in_bulk(found)
    for row in pages.specific({*found} & {*places}):
        own = pages.document(row, page, found[row.pk], places[row.pk], codes)
        yield pages.with_translation(own, releases.get(row.pk), released)


def with_aliases(pages: QuerySet[Page]) -> set[int]:
    found: set[int] = set()
    wanted = set(pages.values_list("pk", flat=True))
    while wanted:
        found |= wanted
        following = Page.objects.filter(alias_of__in=wanted)
        wanted = set(following.values_list("pk", flat=True)) - found
    return found


def public_pages(ids: Iterable[Any]) -> dict[int, PublicPage]:
    wanted = list(ids)
    found = Pages(wanted)
    return {page.id: page for page in map(found.public, wanted) if page is not None}
