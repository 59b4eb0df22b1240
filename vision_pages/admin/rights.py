"""Who may edit and publish a page or term: in its language."""

from typing import Any

from wagtail.locks import BaseLock, WorkflowLock
from wagtail.models import LockableMixin, Page, WorkflowMixin
from wagtail.permissions import policy_registry

from vision_pages.admin.own_language import works_in


def may_edit(user: Any, row: Any) -> bool:
    """Say whether somebody may edit a page or term, in its language."""
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_edit())
    return may(user, "change", row) or (works_in(user, row.locale) and is_turn_of(user, row))


def may_publish(user: Any, row: Any) -> bool:
    """Say whether somebody may publish a page or term, in its language."""
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_publish())
    return may(user, "publish", row)


def may(user: Any, action: str, row: Any) -> bool:
    policy = policy_registry.get(row)
    return works_in(user, row.locale) and bool(policy.user_has_permission(user, action))


def is_turn_of(user: Any, row: Any) -> bool:
    """Say whether a workflow waits for somebody."""
    task = row.current_workflow_task if isinstance(row, WorkflowMixin) else None
    return bool(task and task.user_can_access_editor(row, user))


def lock_for(user: Any, row: Any) -> BaseLock | None:
    """Give what keeps somebody from changing a page or term: a lock, a workflow or a schedule."""
    lock = row.get_lock() if isinstance(row, LockableMixin) else workflow_lock(row)
    return lock if lock and lock.for_user(user) else None


def workflow_lock(term: Any) -> BaseLock | None:
    """Lock a term as a page: Wagtail lets others change what waits for somebody."""
    task = term.current_workflow_task if isinstance(term, WorkflowMixin) else None
    return WorkflowLock(term, task) if task else None
