"""What Wagtail changes without a signal, told to the collector by those who do it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Max
from django.http import HttpRequest
from wagtail.models import Collection, Page

from graphql_api.documents import things
from graphql_api.documents.changes import Changes
from graphql_api.documents.collector import collecting
from graphql_api.documents.identity import base, source, source_of
from graphql_api.documents.redirects import redirect_model

# Redirects from addresses at which no version of their page ever stood. How a host's urls begin
# does not matter: only what follows the language.
NEVER_PUBLIC = """
SELECT r.id FROM wagtailredirects_redirect r
JOIN wagtailcore_page p ON p.id = r.redirect_page_id
JOIN wagtailcore_locale l ON l.id = p.locale_id
WHERE r.id = ANY(%s) AND NOT EXISTS (
  SELECT FROM graphql_api_version v
  WHERE v.key = p.translation_key AND v.locale = l.language_code AND v.path IS NOT NULL
    AND right(r.old_path || '/', length(v.path) - length(v.locale) - 1)
      = substr(v.path, length(v.locale) + 2)
)
"""


@contextmanager
def collection_moved(
    changes: Changes, collection: Collection, *args: Any, **kwargs: Any
) -> Iterator[None]:
    yield
    changes.collections.add(collection.pk)


@contextmanager
def redirects_created(changes: Changes, page: Page, *args: Any, **kwargs: Any) -> Iterator[None]:
    """Note the redirects to a page and to those below it, and take back what nobody needs.

    They are created in bulk, whether or not their page was ever public at its old address.
    """
    model: Any = redirect_model()
    last = model.objects.aggregate(last=Max("pk"))["last"] or 0
    yield
    created = model.objects.filter(redirect_page__path__startswith=page.path, pk__gt=last)
    pks = set(created.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(NEVER_PUBLIC, [sorted(pks)])
        needless = {pk for (pk,) in cursor.fetchall()}
    model.objects.filter(pk__in=needless).delete()
    changes.sources.update(source(model, pk) for pk in pks - needless)


def after_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Note images and files put into another collection: Wagtail writes them by update()."""
    said = things.said_models()
    with collecting() as changes:
        changes.sources.update(source_of(row) for row in objects if base(type(row)) in said)
