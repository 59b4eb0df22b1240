"""Says after a decision in the workflow what became of the page: Wagtail says it was updated."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

# A site's own tasks may have others, whose outcome they know themselves.
DECISIONS = ("approve", "reject")


def tell_decision(request: HttpRequest, decision: str | None, page: Page) -> None:
    if decision in DECISIONS and (outcome := what_follows(page)):
        messages.info(request, outcome)


def what_follows(page: Page) -> str:
    """Say who is next, or that nobody is; a site may have workflows that end otherwise."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("Sent back: whoever opens the page reads that you ask for changes.")
    if state:
        return _("Approved. Next comes “%(task)s”.") % {"task": state.current_task_state.task.name}
    if page.approved_schedule:
        return _("Approved: it is published at its time.")
    return "" if page.has_unpublished_changes else _("Approved and published.")
