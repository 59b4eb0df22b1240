"""Gives wagtail-localize's editor, which is no view to build on, Wagtail's own buttons."""

import json
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.models import WorkflowMixin

from vision_pages.admin.rights import lock_for
from vision_pages.admin.translation_menu import cancelling_address, menu
from vision_pages.admin.translation_status import knowing_workflows

register = template.Library()


@register.simple_tag(takes_context=True)
def add_status(context: Any) -> str:
    """Tell the panel “Status” what it asks of Wagtail, and the texts whether they are locked."""
    row, user = context["instance"], context["request"].user
    remember_workflow(row)
    if context["is_page"]:
        rights = row.permissions_for_user(user)
        context["user_can_lock"] = not row.locked and rights.can_lock()
        context["user_can_unlock"] = row.locked and rights.can_unlock()
    panels = context["side_panels"]
    panels[:] = [knowing_workflows(one) if type(one) is StatusSidePanel else one for one in panels]
    props = json.loads(context["props"])
    props["object"]["isLocked"] = lock_for(user, row) is not None
    context["props"] = json.dumps(props)
    return ""


def remember_workflow(row: Any) -> None:
    """Have Wagtail not look for the workflow anew for each button, as it does for its lists."""
    if isinstance(row, WorkflowMixin):
        state = row.current_workflow_state
        kept: Any = row
        kept._current_workflow_states = [state] if state else []  # noqa: SLF001


@register.simple_tag(takes_context=True)
def translation_actions(context: Any) -> SafeString:
    request, translation, row = (context[name] for name in ("request", "translation", "instance"))
    buttons = menu(request, translation, row)
    return render_to_string(
        "vision_pages/admin/translation_actions.html",
        {"menu": buttons, "translation": translation, "is_page": context["is_page"]},
        request,
    )


@register.inclusion_tag("wagtailadmin/shared/_workflow_init.html", takes_context=True)
def translation_script(context: Any) -> dict[str, Any]:
    address = cancelling_address(context["instance"])
    return {
        "publishing_will_cancel_workflow": address,
        "confirm_workflow_cancellation_url": address,
    }
