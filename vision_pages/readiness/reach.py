"""Why the public cannot reach a page, a file or a term."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import (
    CollectionMember,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Revision,
)


class Reach(Enum):
    """What stands between the public and something."""

    GONE = "gone"
    DRAFT = "draft"
    LATER = "later"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Barred:
    """Something out of reach: what editors call it, why, and until when."""

    title: str
    reach: Reach
    until: datetime | None = None


GONE = Barred("", Reach.GONE)


def barred(model: type[Model], keys: Collection[Any]) -> dict[Any, Barred]:
    """Give those of the keys whose things the public cannot reach."""
    if issubclass(model, Page):
        found = barred_pages(keys)
    elif issubclass(model, CollectionMember):
        found = barred_files(model, keys)
    else:
        found = barred_terms(model, keys)
    return found


def barred_pages(keys: Collection[Any]) -> dict[Any, Barred]:
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys)}
    found = {key: GONE for key in keys if key not in pages}
    found |= unpublished(Page, [page for page in pages.values() if not page.live])
    restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    for page in pages.values():
        if page.live and page.path.startswith(restricted):
            found[page.pk] = Barred(page.get_admin_display_title(), Reach.RESTRICTED)
    return found


def barred_files(model: type[Model], keys: Collection[Any]) -> dict[Any, Barred]:
    files = {
        file.pk: file for file in objects(model).filter(pk__in=keys).select_related("collection")
    }
    restricted = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    found = {key: GONE for key in keys if key not in files}
    for file in files.values():
        if file.collection.path.startswith(restricted):
            found[file.pk] = Barred(file.title, Reach.RESTRICTED)
    return found


def barred_terms(model: type[Model], keys: Collection[Any]) -> dict[Any, Barred]:
    return unpublished(model, objects(model).filter(pk__in=keys, live=False))


def unpublished(model: type[Model], things: Iterable[Any]) -> dict[Any, Barred]:
    """Say why each of these things is not public."""
    waiting = [thing for thing in things if not thing.live]
    if not waiting:
        return {}
    schedules = scheduled([thing.pk for thing in waiting], model)
    return {thing.pk: reason(thing, schedules.get(str(thing.pk))) for thing in waiting}


def reason(thing: Any, goes_live_at: datetime | None) -> Barred:
    title = thing.get_admin_display_title() if isinstance(thing, Page) else str(thing)
    if goes_live_at:
        return Barred(title, Reach.LATER, goes_live_at)
    if thing.expired:
        return Barred(title, Reach.EXPIRED)
    return Barred(title, Reach.WITHDRAWN if thing.first_published_at else Reach.DRAFT)


def scheduled(keys: list[Any], model: type[Model]) -> dict[str, datetime]:
    """Give the moments for which publication was approved, by key."""
    revisions = Revision.objects.filter(
        approved_go_live_at__isnull=False,
        base_content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
        object_id__in=map(str, keys),
    )
    return dict(revisions.values_list("object_id", "approved_go_live_at"))


def objects(model: type[Model]) -> Any:
    return model._default_manager
