"""What translators are given in a file."""

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from vision_pages.exchange.formats import FORMATS
from vision_pages.exchange.units import Document, State, Unit
from vision_pages.translation.segments import Segments


def export(translation: Translation, kind: str, preview: str = "") -> bytes:
    """Give a translation as a file; `preview` is an address that shows it."""
    return FORMATS[kind].write(document(translation, preview))


def file_name(translation: Translation, kind: str) -> str:
    """Give a name that says which page or term in which language is in a file."""
    title = slugify(translation.source.object_repr) or str(translation.pk)
    return f"{title}-{translation.target_locale.language_code}.{FORMATS[kind].ending}"


def document(translation: Translation, preview: str = "") -> Document:
    segments = Segments(translation)
    notes = [str(translation.source.object_repr)]
    if preview:
        notes.append(_("Preview: %(address)s") % {"address": preview})
    return Document(
        original=str(translation.uuid),
        source_language=translation.source.locale.language_code,
        target_language=translation.target_locale.language_code,
        units=tuple(unit(segments, segment) for segment in segments.all),
        notes=tuple(notes),
    )


def unit(segments: Segments, segment: StringSegment) -> Unit:
    place, target = segments.place(segment), segments.target(segment)
    is_given = target is not None and not target.has_error
    notes = [place.label]
    if place.max_length:
        notes.append(_("At most %(count)s characters") % {"count": place.max_length})
    if target is not None and target.has_error:
        fault = {"text": target.data, "fault": target.get_error()}
        notes.append(_("Not used so far: “%(text)s” (%(fault)s)") % fault)
    return Unit(
        id=unit_id(segment),
        path=segment.context.path,
        source=segment.string.data,
        target=target.data if target is not None and is_given else "",
        state=state_of(target),
        notes=tuple(notes),
        max_length=place.max_length,
        previous=None if is_given else segments.previous(segment),
    )


def unit_id(segment: StringSegment) -> str:
    # XLIFF 2 has no ids that begin with a digit.
    return f"s{segment.pk}"


def state_of(target: StringTranslation | None) -> State:
    """Say how far a translation is: what a machine wrote, somebody has to look at first."""
    if target is None or target.has_error:
        return State.INITIAL
    is_machine = target.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return State.INITIAL if is_machine else State.TRANSLATED
