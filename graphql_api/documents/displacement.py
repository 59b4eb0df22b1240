"""Which pages the tree has put elsewhere than their documents say, or opened, or closed.

Whatever else a document says stays as it was when a page moves, or when its readers are others.
Documents follow their pages by a trigger; when a site begins elsewhere, all at once.
"""

from django.db import connection
from wagtail.models import Page

from graphql_api.documents.identity import source
from graphql_api.documents.pages import of_tree, places_of, standing
from graphql_api.documents.visibility import Pages

STORED = """
SELECT source, site, path, parent::text, position, expires_at, requires
FROM graphql_api_document WHERE source = ANY(%s)
"""
# What stands in no site any more is withdrawn, not moved.
FOLLOW = """
UPDATE graphql_api_document d
SET site = place.site, path = place.path, parent = place.parent
FROM wagtailcore_page p, LATERAL graphql_api_place(p.url_path, p.locale_id, p.path) place
WHERE d.source = 'wagtailcore.page:' || p.id AND place.site IS NOT NULL
  AND (d.site, d.path, d.parent) IS DISTINCT FROM (place.site, place.path, place.parent)
"""


def follow_sites() -> None:
    """Have all documents of pages say where these stand."""
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW)


def displaced(ids: list[int]) -> set[int]:
    """Give those of the pages whose documents the tree contradicts, or that lack one by it."""
    names = {pk: source(Page, pk) for pk in ids}
    stored, wanted = stored_columns([*names.values()]), wanted_columns(ids)
    return {pk for pk, name in names.items() if stored.get(name) != wanted.get(pk)}


def stored_columns(names: list[str]) -> dict[str, list[object]]:
    with connection.cursor() as cursor:
        cursor.execute(STORED, [names])
        return {name: columns for name, *columns in cursor.fetchall()}


def wanted_columns(ids: list[int]) -> dict[int, list[object]]:
    pages, places = Pages(ids), places_of(ids)
    return {
        pk: [*of_tree(page, places[pk], pages.known[pk].path).values()]
        for pk, page in standing(pages, places).items()
    }
