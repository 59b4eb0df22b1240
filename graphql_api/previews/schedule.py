"""What publishing on schedule does until a moment, in the order in which it does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail.models import DraftStateMixin, Page, Revision


@dataclass(frozen=True)
class Change:
    """Something that is published at a time, or withdrawn; without `row` it cannot be published."""

    name: str
    at: datetime
    row: Any = None
    is_withdrawal: bool = False


def changes(until: datetime) -> list[Change]:
    """Give what will have happened by a moment."""
    return sorted([*publications(until), *withdrawals(until)], key=lambda change: change.at)


def publications(until: datetime) -> Iterator[Change]:
    """Give what goes live: of several dates of one thing the first, which clears the others."""
    seen = set()
    due = Revision.objects.filter(approved_go_live_at__lt=until)
    for revision in due.order_by("approved_go_live_at", "pk"):
        thing = (revision.base_content_type_id, revision.object_id)
        row = revision.as_object()
        at = max(filter(None, [revision.approved_go_live_at, row.go_live_at]))
        if thing not in seen and at < until and not is_withdrawn(revision, at):
            yield Change(revision.object_str, at, row if can_be_published(row) else None)
        seen.add(thing)


def is_withdrawn(revision: Revision, before: datetime) -> bool:
    """Say whether what is public of it expires before: that clears its schedule."""
    public: Any = revision.base_content_type.get_object_for_this_type(pk=revision.object_id)
    return bool(public.live and public.expire_at and public.expire_at < before)


def can_be_published(row: Any) -> bool:
    """Say whether the rules let it be published, as they are asked then."""
    if not isinstance(row, Page):
        return True
    try:
        row.full_clean()
    except ValidationError:
        return False
    return True


def withdrawals(until: datetime) -> Iterator[Change]:
    """Give what expires; documents say that of themselves."""
    for model in models():
        for row in model._default_manager.filter(live=True, expire_at__lt=until):
            yield Change(str(row), row.expire_at, is_withdrawal=True)


def models() -> list[Any]:
    """Give the models that go live on schedule, all pages as one."""
    found = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in found if not issubclass(model, Page))]
