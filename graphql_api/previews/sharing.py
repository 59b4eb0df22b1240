"""Links to drafts for people without an account: made, opened, revoked.

The link is not the token: it leads to it as long as it holds, so taking it back ends both.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from graphql_api.frontends.models import Frontend
from graphql_api.previews.copies import keep_copy
from graphql_api.previews.models import Draft, SharedPreview
from graphql_api.previews.rights import is_vouched

SALT = "graphql_api.shared_preview"


@transaction.atomic
def share(
    page: Page,
    author: Any,
    *,
    name: str,
    ends_at: datetime,
    frontend: Frontend,
    moment: datetime | None = None,
) -> SharedPreview:
    """Make a link to a page as it is in memory; nobody sees later edits through it.

    moment: as of when the page is seen, if not as of whoever looks.
    """
    shared = SharedPreview.objects.create(
        name=name,
        page_id=page.pk,
        author=author,
        frontend=frontend,
        draft=keep_copy(page, author, ends_at, moment),
        ends_at=ends_at,
    )
    note("share", shared, author)
    return shared


def address(shared: SharedPreview) -> str:
    """Give the link: on the site of the page, as what else this server offers."""
    signed = Signer(salt=SALT).sign(str(shared.pk))
    path = reverse("graphql_api_root:shared_preview", args=[signed])
    site = shared.page.get_site()
    return f"{site.root_url if site else ''}{path}"


def signed_for(text: str) -> UUID | None:
    """Read which link somebody was given; None for what nobody was."""
    try:
        return UUID(Signer(salt=SALT).unsign(text))
    except (BadSignature, ValueError):
        return None


def opened(key: UUID) -> SharedPreview | None:
    """Give a link that still holds, and note that it was opened."""
    now = timezone.now()
    shared = (
        SharedPreview.objects.filter(pk=key, ends_at__gt=now, draft__expires_at__gt=now)
        .select_related("draft__author", "frontend", "page")
        .first()
    )
    if shared is None or shared.draft is None or not is_vouched(shared.draft):
        return None
    SharedPreview.objects.filter(pk=key).update(last_opened_at=now)
    return shared


@transaction.atomic
def revoke(shared: SharedPreview, user: Any) -> None:
    """End a link at once, and the tokens it has led to with it."""
    if shared.revoked_at is not None:
        return
    draft = shared.draft
    shared.revoked_at, shared.draft = timezone.now(), None
    shared.save(update_fields=["revoked_at", "draft"])
    if draft is not None:
        draft.delete()
    note("revoke", shared, user)


def end(drafts: QuerySet[Draft]) -> None:
    """Say of the links to drafts that they are revoked, whoever does it."""
    SharedPreview.objects.filter(draft__in=drafts).update(revoked_at=timezone.now())


def note(action: str, shared: SharedPreview, user: Any) -> None:
    """Write it into the history of the page."""
    until = timezone.localtime(shared.ends_at).isoformat()
    data = {"name": shared.name, "until": until}
    log(shared.page.specific, f"graphql_api.preview.{action}", user=user, data=data)


def seen_by(user: Any) -> QuerySet[SharedPreview]:
    """Give the links of somebody, and those to pages that they may publish."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    everything = SharedPreview.objects.select_related("page", "author", "frontend")
    return everything.filter(author=user) | everything.filter(page__in=pages)
