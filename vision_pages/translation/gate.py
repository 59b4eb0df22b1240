"""Which translations may be published: whole ones, unless a city wants it otherwise."""

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from vision_pages.conf import Incomplete, incomplete
from vision_pages.translation.keeping import kept_texts
from vision_pages.translation.segments import Segments


def check_gate(translation: Translation) -> None:
    """Raise ValidationError if publishing a translation would say what nobody translated."""
    if missing := texts_missing(translation):
        message = ngettext(
            "“%(page)s” cannot be published in %(language)s: %(count)s text is not translated yet.",
            "“%(page)s” cannot be published in %(language)s: "
            "%(count)s texts are not translated yet.",
            missing,
        )
        values = {
            "page": translation.source.object_repr,
            "language": translation.target_locale.get_display_name(),
            "count": missing,
        }
        raise ValidationError(message % values)


def texts_missing(translation: Translation) -> int:
    """Count the texts that stand against publishing, as the language has it."""
    if incomplete(translation.target_locale.language_code) is Incomplete.ALLOW:
        return 0
    segments = Segments(translation)
    return len(segments.missing) - len(kept_texts(segments))
