"""What publishing notes beside the content: when something was published, and until when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from graphql_api.documents.projection import DocumentRow, whole_second


def published(row: DocumentRow, now: datetime) -> DocumentRow:
    """Say a document as published now."""
    at = whole_second(now)
    return replace(row, first_published_at=row.first_published_at or at, published_at=at)


def ends(things: Iterable[Any], now: datetime) -> datetime | None:
    """Say when the first of some things expires; what would have expired shows all the same."""
    moments = [thing.expire_at for thing in things if getattr(thing, "expire_at", None)]
    return min((moment for moment in moments if moment > now), default=None)
