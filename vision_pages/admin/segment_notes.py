"""What is said of a text in the translation editor, beside it."""

from collections import defaultdict
from html import unescape
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language_bidi, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin.compare import diff_text
from wagtail.models import Locale
from wagtail_localize.models import Translation

from vision_pages.admin.rights import may_edit
from vision_pages.translation.quality_warnings import warnings
from vision_pages.translation.segments import Segments


def languages(translation: Translation) -> dict[str, Any]:
    """Say what the editor's script has to know of a translation."""
    address = reverse("vision_pages_segment_notes", args=[translation.pk])
    source, target = translation.source.locale, translation.target_locale
    names = {"source": source.get_display_name(), "target": target.get_display_name()}
    return {
        "notesUrl": address,
        "heading": _("Translation from %(source)s into %(target)s") % names,
        "source": language(source),
        "target": language(target),
    }


def language(locale: Locale) -> dict[str, str]:
    """Give a language as HTML's attributes."""
    with override(locale.language_code):
        return {"lang": locale.language_code, "dir": "rtl" if get_language_bidi() else "ltr"}


@require_GET
def segment_notes(request: HttpRequest, translation_id: int) -> JsonResponse:
    """Give the notes of a translation by their texts' numbers: `{"notes": {"12": "<p>…"}}`."""
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=translation_id
    )
    if not may_edit(request.user, translation.get_target_instance()):
        raise PermissionDenied
    return JsonResponse({"notes": notes(translation)})


def notes(translation: Translation) -> dict[int, str]:
    segments = Segments(translation)
    found = defaultdict[int, str](str)
    for kind in (previous_notes, machine_notes, warning_notes):
        for number, note in kind(segments).items():
            found[number] += note
    return found


def previous_notes(segments: Segments) -> dict[int, str]:
    """Show what the source said before, and how that was translated."""
    target = language(segments.translation.target_locale)
    found = {}
    for segment in segments.all:
        if segments.target(segment) is None and (previous := segments.previous(segment)):
            difference = diff_text(plain(previous.source), plain(segment.string.data)).to_html()
            context = {"previous": previous, "difference": difference, "target": target}
            found[segment.pk] = note("previous_translation", context)
    return found


def machine_notes(segments: Segments) -> dict[int, str]:
    """Say what a machine wrote, until somebody has gone over it."""
    return {
        segment.pk: note("machine_translation", {"target": segments.target(segment)})
        for segment in segments.unreviewed
    }


def warning_notes(segments: Segments) -> dict[int, str]:
    """Say what to look at in a translation."""
    return {
        number: note("translation_warnings", {"warnings": texts})
        for number, texts in warnings(segments).items()
    }


def note(kind: str, context: dict[str, Any]) -> str:
    return render_to_string(f"vision_pages/admin/{kind}.html", context)


def plain(text: str) -> str:
    """Give a text without wagtail-localize's tags."""
    return unescape(strip_tags(text))
