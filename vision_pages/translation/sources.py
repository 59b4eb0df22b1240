"""What translators are given: what is public, or the last draft of what is not."""

from typing import Any

from django.utils import timezone
from wagtail.models import DraftStateMixin, Page


def give_what_is_said_now() -> None:
    """Have each language begin with what its source says now.

    wagtail-localize keeps what it read first for all languages, and reads stored rows, which of a
    page that never was public say what its very first draft said.
    """
    from wagtail_localize.models import TranslationSource

    sources: Any = TranslationSource
    sources.get_or_create_from_instance = classmethod(read_now)
    sources.update_from_db = read_again


def read_now(sources: Any, instance: Any) -> tuple[Any, bool]:
    """Give the source of a page or term as it is now, and whether it is a new one."""
    source, created = sources.update_or_create_from_instance(given(instance))
    return source, created


def read_again(source: Any) -> None:
    """Read a source anew; raise DoesNotExist if it is gone."""
    type(source).update_or_create_from_instance(given(source.get_source_instance()))
    source.refresh_from_db()
    source.last_updated_at = timezone.now()
    source.save(update_fields=["last_updated_at"])


def given(instance: Any) -> Any:
    row = instance.specific if isinstance(instance, Page) else instance
    if isinstance(row, DraftStateMixin) and not row.live and row.latest_revision_id:  # type: ignore[attr-defined]
        return row.get_latest_revision_as_object()
    return row
