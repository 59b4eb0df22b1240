"""The aliases of a page, which are published with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from wagtail.models import Page

from graphql_api.documents import pages
from graphql_api.documents.projection import DocumentRow, whole_second
from graphql_api.documents.visibility import Pages, PublicPage
from graphql_api.previews.publication import ends


def aliases(
    page: Page, source: Page | None, codes: dict[int, str], now: datetime
) -> Iterator[DocumentRow]:
    """Say the aliases of a page as they will follow it, each at its own address."""
    found = {alias.pk: alias for alias in following(page)}
    if not found:
        return
    said: Any = page.serializable_data()
    places = pages.places_of([*found])
    known = Pages(found)
    for alias in found.values():
        if alias.pk not in places or known.is_restricted(alias.path):
            continue
        shown = alias.with_content_json(said)
        shown.slug = alias.slug
        public = PublicPage(
            id=alias.pk,
            requires=(),
            source=None if source is None else source.pk,
            expires_at=ends([page, source], now),
        )
        row = pages.document(shown, source, public, places[alias.pk], codes)
        yield replace(row, published_at=whole_second(now))


def following(page: Any) -> Iterator[Any]:
    """Yield the aliases of a page and theirs; those in other languages only hold a place."""
    wanted = [page.pk] if page.pk else []
    while wanted:
        found = list(page.specific_class.objects.filter(alias_of__in=wanted))
        yield from (alias for alias in found if alias.locale_id == page.locale_id)
        wanted = [alias.pk for alias in found]
