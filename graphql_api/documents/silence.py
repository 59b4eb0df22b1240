"""What Wagtail changes without a signal, told to the collector by those who do it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Collection, Page

from graphql_api.documents import things
from graphql_api.documents.changes import Changes
from graphql_api.documents.collector import collecting
from graphql_api.documents.identity import base, source, source_of


def collection_moved(changes: Changes, collection: Collection, *args: Any, **kwargs: Any) -> None:
    changes.collections.add(collection.pk)


def redirects_created(changes: Changes, page: Page, *args: Any, **kwargs: Any) -> None:
    """Note the redirects to a page and to those below it: they were created in bulk."""
    model: Any = things.redirect_model()
    rows = model.objects.filter(redirect_page__path__startswith=page.path)
    changes.sources.update(source(model, pk) for pk in rows.values_list("pk", flat=True))


def after_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Note images and files put into another collection: Wagtail writes them by update()."""
    said = things.said_models()
    with collecting() as changes:
        changes.sources.update(source_of(row) for row in objects if base(type(row)) in said)
