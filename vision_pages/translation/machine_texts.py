"""Having a machine translate a page: all that it wrote is kept, as its work, or nothing is."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import SlugField
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from vision_pages.translation.machine import Engines
from vision_pages.translation.machine_engines import EngineFailed
from vision_pages.translation.quality import fault
from vision_pages.translation.segments import Segments, fits
from vision_pages.translation.strings import show_title


@dataclass(frozen=True)
class Outcome:
    """How many texts an engine translated, and in how many it lost links or broke tags."""

    translated: int
    broken: int


def translate(translation: Translation, user: Any) -> Outcome:
    """Have translated what nobody has translated; raise EngineFailed, and keep nothing then."""
    engines, segments = Engines({}), Segments(translation)
    wanted = {segment: StringValue(segment.string.data) for segment in untranslated(segments)}
    locales = translation.source.locale, translation.target_locale
    given = engines.translate(*locales, dict.fromkeys(wanted.values()))
    usable = {segment: normal(text.data, given[text].data) for segment, text in wanted.items()}
    kept = [
        StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            tool_name=engines.display_name,
            last_translated_by=user,
            **noted(segments, segment, text),
        )
        for segment, text in usable.items()
        if text
    ]
    if wanted and not kept:
        raise EngineFailed(_("All its translations have lost links or have broken tags."))
    keep(kept)
    return Outcome(len(kept), len(wanted) - len(kept))


def untranslated(segments: Segments) -> list[StringSegment]:
    """Give the texts without a translation; parts of addresses are no texts."""
    return [
        segment
        for segment in segments.all
        if segments.target(segment) is None
        and not isinstance(segments.place(segment).field, SlugField)
    ]


def normal(source: str, text: str) -> str:
    """Give a translation as the editor would keep it; nothing if its tags are not the source's."""
    try:
        found = StringValue.from_translated_html(text)
    except ValueError:
        return ""
    return str(found.data) if fits(source, found.data) and found.render_text().strip() else ""


def noted(segments: Segments, segment: StringSegment, text: str) -> dict[str, Any]:
    found = fault(segment.string.data, text, segments.place(segment))
    return {"has_error": bool(found), "field_error": found}


@transaction.atomic
def keep(texts: list[StringTranslation]) -> None:
    """Keep what a machine wrote; what somebody wrote in the meantime stays."""
    StringTranslation.objects.bulk_create(texts, ignore_conflicts=True)
    for text in texts:
        show_title(text)
