"""Drafts that are over: they hold texts that nobody has published, and go at once."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.db.models import QuerySet

from graphql_api.previews.models import Draft, SharedPreview

# How long the list still says that there was a link.
REMEMBERED = timedelta(days=30)


def clear(now: datetime) -> int:
    """Delete drafts that have expired, and links long over; give how many drafts that were."""
    SharedPreview.objects.filter(ends_at__lt=now - REMEMBERED).delete()
    return deleted(Draft.objects.filter(expires_at__lt=now))


def deleted(drafts: QuerySet[Draft]) -> int:
    _total, by_model = drafts.delete()
    return by_model.get(Draft._meta.label, 0)


def leave(sender: Any, user: Any, **kwargs: Any) -> None:
    """Delete the drafts of somebody who logs out, but for those they have shared."""
    if user is not None:
        Draft.objects.filter(author=user, shared=None).delete()


def start() -> None:
    user_logged_out.connect(leave, dispatch_uid="graphql_api.drafts")
