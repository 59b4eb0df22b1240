"""All that is accepted of a file is kept, or nothing."""

from typing import Any

from django.db import transaction
from wagtail_localize.models import StringTranslation, Translation

from vision_pages.exchange.importing import Judgement
from vision_pages.exchange.inline import normal


@transaction.atomic
def take(judgements: list[Judgement], translation: Translation, user: Any, tool: str) -> int:
    """Keep all that is accepted, and say how much; `tool` is what the file was made for.

    Raise IntegrityError if somebody else translated one of the texts first.
    """
    accepted = [one for one in judgements if one.is_taken]
    for one in accepted:
        row = kept(one, translation)
        row.data = normal(one.unit.target)
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        row.tool_name, row.last_translated_by = tool, user
        row.has_error, row.field_error = False, ""
        row.save()
    return len(accepted)


def kept(one: Judgement, translation: Translation) -> StringTranslation:
    """Give the row of a text in a language, a new one if there is none."""
    if one.segment is None:
        raise ValueError("What is accepted has a place.")
    return one.target or StringTranslation(
        translation_of=one.segment.string,
        context=one.segment.context,
        locale=translation.target_locale,
    )
