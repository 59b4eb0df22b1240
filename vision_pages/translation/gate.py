"""Which translations may be published: whole ones, by people, unless a city wants it otherwise."""

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from vision_pages.conf import Incomplete, incomplete, releases_unreviewed
from vision_pages.translation.keeping import kept_texts
from vision_pages.translation.segments import Segments


def check_gate(translation: Translation) -> None:
    """Raise ValidationError if publishing would say what nobody translated, or has reviewed."""
    segments = Segments(translation)
    if missing := texts_missing(segments):
        message = ngettext(
            "“%(page)s” cannot be published in %(language)s: %(count)s text is not translated yet.",
            "“%(page)s” cannot be published in %(language)s: "
            "%(count)s texts are not translated yet.",
            missing,
        )
        raise refusal(message, translation, missing)
    if unreviewed := texts_unreviewed(segments):
        message = ngettext(
            "“%(page)s” cannot be published in %(language)s: "
            "%(count)s text was translated by machine and is not reviewed yet.",
            "“%(page)s” cannot be published in %(language)s: "
            "%(count)s texts were translated by machine and are not reviewed yet.",
            unreviewed,
        )
        raise refusal(message, translation, unreviewed)


def refusal(message: str, translation: Translation, count: int) -> ValidationError:
    values = {
        "page": translation.source.object_repr,
        "language": translation.target_locale.get_display_name(),
        "count": count,
    }
    return ValidationError(message % values)


def said_missing(count: int) -> str:
    text = ngettext(
        "%(count)s text is not translated yet.", "%(count)s texts are not translated yet.", count
    )
    return text % {"count": count}


def said_unreviewed(count: int) -> str:
    text = ngettext(
        "%(count)s text was translated by machine and is not reviewed yet.",
        "%(count)s texts were translated by machine and are not reviewed yet.",
        count,
    )
    return text % {"count": count}


def texts_missing(segments: Segments) -> int:
    """Count the texts that stand against publishing, as the language has it."""
    if incomplete(segments.translation.target_locale.language_code) is Incomplete.ALLOW:
        return 0
    return len(segments.missing) - len(kept_texts(segments))


def texts_unreviewed(segments: Segments) -> int:
    """Count what a machine wrote, where it has to wait until somebody has gone over it."""
    return 0 if releases_unreviewed() else len(segments.unreviewed)
