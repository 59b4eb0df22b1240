"""Several translations become public together, now or at a set time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail_localize.models import Translation

from vision_pages.translation.gate import check_gate


@transaction.atomic
def release_together(
    translations: Iterable[Translation], user: Any, at: datetime | None = None
) -> None:
    """Publish all as they are translated now, or have all published at a time to come.

    Raise ValidationError if one of them may not be: then none is.
    """
    for translation in translations:
        check_gate(translation)
        translation.save_target(user=user, publish=False)
        draft = translation.get_target_instance().get_latest_revision_as_object()
        draft.go_live_at = at
        draft.save_revision(user=user).publish(user=user)
