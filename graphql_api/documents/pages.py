"""The documents of pages: a whole batch with a few statements for each page type."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from wagtail.models import Page

from graphql_api.documents.projection import DocumentRow, project, whole_second
from graphql_api.documents.registry import registration
from graphql_api.documents.visibility import Pages, PublicPage
from vision_pages.models import Release

# Under this name a document holds how far it is translated.
TRANSLATION = "translation"

PLACES = """
SELECT p.id, place.site, place.path, place.parent
FROM wagtailcore_page p, LATERAL graphql_api_place(p.url_path, p.locale_id, p.path) place
WHERE p.id = ANY(%s) AND place.site IS NOT NULL
"""


class Place(NamedTuple):
    """Where a page stands: its site, its public path, the key of the page above."""

    site: int
    path: str
    parent: str | None


def documents(ids: Iterable[int]) -> list[DocumentRow]:
    """Say those of the pages that are public."""
    wanted = list(ids)
    pages, places = Pages(wanted), places_of(wanted)
    public = standing(pages, places)
    sources = {page.source for page in public.values() if page.source is not None}
    known = {pk: pages.known[pk] for pk in {*public, *sources}}
    rows = {row.pk: row for row in of_types({pk: one.content_type_id for pk, one in known.items()})}
    codes = {one.locale_id: one.language for one in known.values()}
    releases = Release.objects.in_bulk({*public, *sources})
    return [
        with_translation(
            document(rows[page.id], rows.get(page.source), page, places[page.id], codes),
            releases.get(page.id),
            releases.get(page.source),
        )
        for page in public.values()
        if page.id in rows
    ]


def standing(pages: Pages, places: dict[int, Place]) -> dict[int, PublicPage]:
    """Give the pages that are public, of those that have a place."""
    public = map(pages.public, sorted(places))
    return {page.id: page for page in public if page is not None}


def of_tree(page: PublicPage, place: Place, position: str) -> dict[str, Any]:
    """Give the columns of a page's document that only the tree knows."""
    return {
        "site": place.site,
        "path": place.path,
        "parent": place.parent,
        "position": position,
        "expires_at": page.expires_at,
        "requires": sorted(page.requires),
    }


def document(
    row: Page, source: Page | None, page: PublicPage, place: Place, codes: dict[int, str]
) -> DocumentRow:
    if source is not None and type(source) is not type(row):
        source = None
    return project(
        row,
        source,
        locale=codes[row.locale_id],
        **of_tree(page, place, row.path),
    )


def with_translation(
    row: DocumentRow, release: Release | None, source: Release | None
) -> DocumentRow:
    """Add how far a page is translated, and whether its source has changed since."""
    if release is None:
        return row
    outdated = None
    if source is not None and release.source_texts:
        outdated = release.source_texts != source.texts
    reviewed_at = whole_second(release.reviewed_at)
    stated = {
        "completeness": release.completeness,
        "outdated": outdated,
        "texts_left": release.texts_left,
        "words_left": release.words_left,
        "machine_translated": release.machine_translated or None,
        "reviewed_at": reviewed_at and reviewed_at.isoformat(),
        "tested_on": release.tested_on and release.tested_on.isoformat(),
        "tested_people": release.tested_people,
        "video_outdated": (source or release).is_video_behind or None,
    }
    known = {name: value for name, value in stated.items() if value is not None}
    return replace(row, data={**row.data, TRANSLATION: known}) if known else row


def places_of(ids: list[int]) -> dict[int, Place]:
    """Give the places of those pages that stand in a site's tree."""
    with connection.cursor() as cursor:
        cursor.execute(PLACES, [ids])
        return {
            page: Place(site, path, None if parent is None else str(parent))
            for page, site, path, parent in cursor.fetchall()
        }


def specific(ids: set[int]) -> Iterator[Page]:
    """Read pages as their own types, with the inline rows and relations that documents say."""
    return of_types(dict(Page.objects.filter(pk__in=ids).values_list("pk", "content_type_id")))


def of_types(types: dict[int, int]) -> Iterator[Page]:
    """Read pages whose content types are known."""
    by_type: dict[int, list[int]] = {}
    for pk, content_type in types.items():
        by_type.setdefault(content_type, []).append(pk)
    for content_type, pks in by_type.items():
        model: Any = ContentType.objects.get_for_id(content_type).model_class() or Page
        yield from read(model, pks)


def read(model: type[models.Model], pks: Iterable[Any]) -> list[Any]:
    """Read rows with what their documents say of their relations."""
    found = registration(model)
    names = [] if found is None else [name for name in found.fields if is_to_many(model, name)]
    return list(model._base_manager.filter(pk__in=pks).prefetch_related(*names))


def is_to_many(model: type[models.Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return bool(field.one_to_many or field.many_to_many)
