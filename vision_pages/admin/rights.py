"""Who may edit and publish a page or term: in its language."""

from typing import Any

from wagtail.models import Page
from wagtail.permissions import policy_registry

from vision_pages.admin.own_language import works_in


def may_edit(user: Any, row: Any) -> bool:
    """Say whether somebody may edit a page or term, in its language."""
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_edit())
    return may(user, "change", row)


def may_publish(user: Any, row: Any) -> bool:
    """Say whether somebody may publish a page or term, in its language."""
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_publish())
    return may(user, "publish", row)


def may(user: Any, action: str, row: Any) -> bool:
    policy = policy_registry.get(row)
    return works_in(user, row.locale) and bool(policy.user_has_permission(user, action))
