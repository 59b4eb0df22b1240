"""Says to whoever opens what was sent back by whom, and why: Wagtail has it behind two clicks."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowMixin, WorkflowState


def tell_sent_back(request: HttpRequest, row: Page | WorkflowMixin) -> None:
    if request.method != "GET" or not isinstance(row, WorkflowMixin):
        return
    state = row.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.warning(request, request_for_changes(state.current_task_state))


def request_for_changes(task_state: TaskState) -> str:
    who = get_user_display_name(task_state.finished_by) or task_state.task.name
    if not task_state.comment:
        return _("%(who)s asks for changes.") % {"who": who}
    return _("%(who)s asks for changes: “%(comment)s”") % {
        "who": who,
        "comment": task_state.comment,
    }
