"""What the buttons below a translation do: keep a draft, send it in, decide, publish.

wagtail-localize's editor saves each text by itself and knows one button, which publishes all.
These are Wagtail's own, with what is translated by then in the place of a form.
"""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation

from vision_pages.admin.decisions import what_follows
from vision_pages.admin.rights import lock_for, may_edit, may_publish
from vision_pages.admin.translation_menu import CONVERT
from vision_pages.translation.drafts import is_kept, target_of
from vision_pages.translation.gate import check_gate
from vision_pages.translation.quality_warnings import warnings
from vision_pages.translation.segments import Segments
from vision_pages.translation.upgrading import read_with_new_fields

# Of these wagtail-localize's editor has its own answer.
LEFT_ALONE = {CONVERT, "localize-restart-translation"}

Act = Callable[[HttpRequest, Translation, Any], str]


def act(request: HttpRequest, row: Any) -> HttpResponse | None:
    """Do what a button of the translation editor says; of other editors nothing is known here."""
    translation = translation_into(row)
    if translation is None or LEFT_ALONE & set(request.POST):
        return None
    if request.method != "POST":
        tell_lock(request, row)
        read_with_new_fields(translation.source)
        return None
    action = chosen(request.POST)
    target = target_of(translation)
    if action is not cancel and lock_for(request.user, target):
        messages.error(request, _("Nothing was done: the translation is locked."))
    else:
        say(request, translation, action)
    target = target_of(translation)
    return redirect(request.path if may_edit(request.user, target) else "wagtailadmin_home")


def tell_lock(request: HttpRequest, row: Any) -> None:
    if lock := lock_for(request.user, row):
        messages.warning(request, lock.get_message(request.user), extra_tags="lock")


def translation_into(row: Any) -> Translation | None:
    """Give the translation that wagtail-localize's editor shows in a page's or term's place."""
    if getattr(row, "alias_of_id", None):
        return None
    return (
        Translation.objects.filter(
            source__object_id=row.translation_key, target_locale=row.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )


def chosen(post: Any) -> Act:
    if post.get("action") == "publish":
        return publish
    return next((action for name, action in ACTIONS.items() if name in post), save)


def say(request: HttpRequest, translation: Translation, action: Act) -> None:
    """Do what was asked for, and say what was done or what is in the way."""
    try:
        done = action(request, translation, target_of(translation))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
        if action in {publish, submit, restart}:
            tell_warnings(request, translation)


def tell_warnings(request: HttpRequest, translation: Translation) -> None:
    """Say that there is something to look at, which stands beside the texts."""
    if count := len(warnings(Segments(translation))):
        text = ngettext(
            "%(count)s text should be looked at: why is said beside it.",
            "%(count)s texts should be looked at: why is said beside them.",
            count,
        )
        messages.warning(request, text % {"count": count})


def save(request: HttpRequest, translation: Translation, row: Any) -> str:
    translation.save_target(user=request.user, publish=False)
    return _("The translation was saved as a draft.")


def publish(request: HttpRequest, translation: Translation, row: Any) -> str:
    if not may_publish(request.user, row):
        raise PermissionDenied
    translation.save_target(user=request.user, publish=True)
    strings, done = translation.get_progress()
    if done < strings:
        messages.warning(request, _("What is not translated yet is public in its original words."))
    return _("The translation was published.")


def submit(request: HttpRequest, translation: Translation, row: Any) -> str:
    """Send in what is translated, or send it in again."""
    state = row.current_workflow_state if isinstance(row, WorkflowMixin) else None
    if not is_open(row):
        raise PermissionDenied
    check_gate(translation)
    save(request, translation, row)
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(request.user)
    else:
        start(request, translation)
    return _("The translation was submitted for review.")


def restart(request: HttpRequest, translation: Translation, row: Any) -> str:
    if not is_open(row):
        raise PermissionDenied
    check_gate(translation)
    save(request, translation, row)
    cancel(request, translation, row)
    start(request, translation)
    return _("The translation was submitted for review from the beginning.")


def cancel(request: HttpRequest, translation: Translation, row: Any) -> str:
    state = row.current_workflow_state if isinstance(row, WorkflowMixin) else None
    if state is None or not state.user_can_cancel(request.user):
        raise PermissionDenied
    state.cancel(user=request.user)
    return _("The review was cancelled.")


def decide(request: HttpRequest, translation: Translation, row: Any) -> str:
    """Approve what was sent in, or ask for changes: whatever the workflow's step offers."""
    task, name = row.current_workflow_task, request.POST.get("workflow-action-name", "")
    if not task or name not in {offered for offered, *_rest in task.get_actions(row, request.user)}:
        raise PermissionDenied
    if name == "approve":
        is_what_was_sent_in(translation)
        check_gate(translation)
        row.get_latest_revision_as_object().full_clean()
    said = json.loads(request.POST.get("workflow-action-extra-data") or "{}")
    task.on_action(row.current_workflow_task_state, request.user, name, **said)
    return what_follows(target_of(translation)) or _("Your decision was noted.")


def is_open(row: Any) -> bool:
    """Say whether something can be sent into a workflow: it has one, which is not running."""
    return isinstance(row, WorkflowMixin) and row.has_workflow and not row.workflow_in_progress


def start(request: HttpRequest, translation: Translation) -> None:
    row = target_of(translation)
    row.get_workflow().start(row, request.user)


def is_what_was_sent_in(translation: Translation) -> None:
    """Raise ValidationError if approving would publish something else than the editor shows."""
    if not is_kept(translation):
        raise ValidationError(
            _(
                "Texts were changed since the draft that waits here. "
                "Save them as a draft first, and approve that."
            )
        )


ACTIONS: dict[str, Act] = {
    "action-publish": publish,
    "action-submit": submit,
    "action-restart-workflow": restart,
    "action-workflow-action": decide,
    "action-cancel-workflow": cancel,
}
