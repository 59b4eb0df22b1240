"""Several translations become public together, now or at a set time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from vision_pages.translation.drafts import is_kept
from vision_pages.translation.gate import check_gate


@transaction.atomic
def release_together(
    translations: Iterable[Translation], user: Any, at: datetime | None = None
) -> None:
    """Publish all as they are translated now, or have all published at a time to come.

    One that is being reviewed is approved, as it was sent in.
    Raise ValidationError if one of them may not be published: then none is.
    """
    for translation in translations:
        target = translation.get_target_instance()
        if target.workflow_in_progress:
            approve(translation, target.current_workflow_task_state, user, at)
        else:
            check_gate(translation)
            translation.save_target(user=user, publish=False)
            timed(translation, user, at).publish(user=user)


def approve(translation: Translation, state: Any, user: Any, at: datetime | None) -> None:
    if not is_kept(translation):
        name = translation.source.object_repr
        raise ValidationError(
            _("Texts of “%(page)s” were changed since they were sent in.") % {"page": name}
        )
    state.revision = timed(translation, user, at)
    state.save(update_fields=["revision"])
    state.task.specific.on_action(state, user, "approve")


def timed(translation: Translation, user: Any, at: datetime | None) -> Any:
    """Keep the last draft with the time at which it is to be published."""
    draft = translation.get_target_instance().get_latest_revision_as_object()
    draft.go_live_at = at
    return draft.save_revision(user=user)
