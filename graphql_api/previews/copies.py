"""Drafts that stay as they are: copies of a page as it is in memory."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from graphql_api.previews import moments
from graphql_api.previews.models import Draft
from graphql_api.previews.storing import fill, subject


@transaction.atomic
def keep_copy(
    page: Page, author: Any, expires_at: datetime, moment: datetime | None = None
) -> Draft:
    """Keep what publishing a page would write now, or at a moment that lies ahead.

    Its author's further edits are another draft.
    """
    draft = Draft.objects.create(
        author=author, subject=subject(page), is_copy=True, expires_at=expires_at, moment=moment
    )
    if moment is None:
        fill(draft, page, timezone.now())
    else:
        moments.fill(draft, page, moment)
    return draft
