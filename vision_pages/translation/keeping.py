"""What was published before stays where a text has changed, in languages that want it so."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments.types import StringSegmentValue
from wagtail_localize.strings import StringValue

from vision_pages.conf import Incomplete, incomplete
from vision_pages.translation.segments import Previous, Segments

Words = dict[tuple[str, str], str]


def keep_released_texts() -> None:
    """Have a missing text say what it said before, where it would be the source's words."""
    sources: Any = TranslationSource
    given = sources._get_segments_for_translation  # noqa: SLF001 (there is no other place)

    def with_kept(source: Any, locale: Locale, **fallback: bool) -> list[Any]:
        words = words_kept(Translation(source=source, target_locale=locale))
        return [replaced(value, words) for value in given(source, locale, **fallback)]

    sources._get_segments_for_translation = with_kept  # noqa: SLF001


def kept_texts(segments: Segments) -> dict[int, Previous]:
    """Give what stays in place of missing texts, by their numbers."""
    if incomplete(segments.translation.target_locale.language_code) is not Incomplete.KEEP:
        return {}
    found = {segment.pk: segments.kept(segment) for segment in segments.missing}
    return {number: previous for number, previous in found.items() if previous}


def words_kept(translation: Translation) -> Words:
    """Give what stays by the place and words of what is said now."""
    segments = Segments(translation)
    kept = kept_texts(segments)
    return {
        (segment.context.path, segment.string.data): kept[segment.pk].target
        for segment in (segments.missing if kept else [])
        if segment.pk in kept
    }


def replaced(value: Any, words: Words) -> Any:
    if not isinstance(value, StringSegmentValue):
        return value
    kept = words.get((value.path, value.string.data))
    if kept is None:
        return value
    return StringSegmentValue(value.path, StringValue(kept), attrs=value.attrs).with_order(
        value.order
    )
