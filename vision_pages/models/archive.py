"""Archived: a page and all below it are left out of lists, and still read at their addresses."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Func, JSONField, Value
from wagtail.log_actions import log
from wagtail.models import Page, Revision

ARCHIVED = "vision_pages.archive"
RESTORED = "vision_pages.restore"


def has_archive(page: Page) -> bool:
    """Say whether a page may be archived: those of ours, and of hosts that build on them."""
    return any(field.name == "is_archived" for field in page._meta.concrete_fields)


def is_archived(page: Page) -> bool:
    return bool(getattr(page.specific, "is_archived", False))


@transaction.atomic
def set_archived(page: Page, user: Any, *, archived: bool) -> None:
    """Archive a page with those below it and their aliases, or bring them back.

    It is a state of the page, as a lock is: a draft, a schedule and a workflow stay as they are.
    """
    for one in with_aliases(page):
        if has_archive(one) and is_archived(one) is not archived:
            one.is_archived = archived
            one.save(clean=False, update_fields=["is_archived"])
            keep_in_revisions(one, archived=archived)
            log(instance=one, action=ARCHIVED if archived else RESTORED, user=user)
    if has_archive(page):
        page.is_archived = archived  # type: ignore[attr-defined]


def with_aliases(page: Page) -> list[Any]:
    """Give a page, those below it, and what follows one of them from another place."""
    found = list(Page.objects.descendant_of(page, inclusive=True).specific())
    frontier = found
    while frontier:
        aliases = Page.objects.filter(alias_of__in=[one.pk for one in frontier])
        frontier = list(aliases.exclude(pk__in=[one.pk for one in found]).specific())
        found += frontier
    return found


def keep_in_revisions(page: Page, *, archived: bool) -> None:
    """Write the state into all revisions, so that publishing one of them does not undo it."""
    revisions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id=str(page.pk)
    )
    state = Value(archived, output_field=JSONField())
    content = Func(F("content"), Value(["is_archived"]), state, function="jsonb_set")
    revisions.update(content=content)
