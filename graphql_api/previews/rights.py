"""Whose drafts may be read: those of somebody who may still see them in the administration."""

from typing import Any

from django.db import models
from wagtail.models import Page
from wagtail.permissions import policy_registry

from graphql_api.documents.identity import parsed
from graphql_api.previews.models import Draft

# Of a thing that was never saved, a draft names the language.
NEW = "@"
ACTIONS = ("add", "change", "publish")


def is_vouched(draft: Draft) -> bool:
    """Say whether a draft's author has an account, and the right to what it is of."""
    author = draft.author
    if author is None:
        return True
    model, pk = parsed(draft.subject)
    if not author.is_active or model is None:
        return False
    if issubclass(model, Page) and model is not Page:
        return may_add(author, pk)
    is_new = pk.startswith(NEW)
    row = model() if is_new else model._default_manager.filter(pk=pk).first()
    return row is not None and (may_edit(author, row) or may_translate(author, row))


def may_edit(user: Any, row: models.Model) -> bool:
    """Say whether somebody may see drafts of a row, as Wagtail's own previews ask it."""
    if isinstance(row, Page):
        rights = row.permissions_for_user(user)
        return bool(rights.can_edit() or rights.can_publish())
    return bool(policy_registry.get(row).user_has_any_permission(user, ACTIONS))


def may_translate(user: Any, row: models.Model) -> bool:
    """Say whether somebody reads a page beside its translation, which they may edit."""
    if not isinstance(row, Page):
        return False
    return any(may_edit(user, other) for other in row.get_translations().filter(alias_of=None))


def may_add(user: Any, path: str) -> bool:
    """Say whether somebody may add a page at a place in the tree."""
    parent = Page.objects.filter(path=path[: -Page.steplen]).first()
    return parent is not None and bool(parent.permissions_for_user(user).can_add_subpage())
