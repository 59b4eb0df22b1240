"""Translations as files."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from wagtail.models import Page
from wagtail_localize.models import Translation

from vision_pages.admin.rights import may_edit
from vision_pages.exchange.exporting import export, file_name
from vision_pages.exchange.formats import FORMATS


def may_translate(user: Any, translation: Translation) -> bool:
    """Say whether somebody may edit the page or term that a translation makes."""
    try:
        return may_edit(user, translation.get_target_instance())
    except ObjectDoesNotExist:
        return False


def translation_for(user: Any, pk: int) -> Translation:
    """Give a translation to somebody who may edit it."""
    related = "source__locale", "source__specific_content_type", "target_locale"
    translation = get_object_or_404(
        Translation.objects.select_related(*related), pk=pk, enabled=True
    )
    if not may_translate(user, translation):
        raise PermissionDenied
    return translation


def download(request: HttpRequest, translation_id: int, kind: str) -> HttpResponse:
    """Give a translation as a file of a kind."""
    translation = translation_for(request.user, translation_id)
    if kind not in FORMATS:
        raise Http404
    content = export(translation, kind, preview_address(request, translation))
    return attachment(content, file_name(translation, kind), FORMATS[kind].content_type)


def preview_address(request: HttpRequest, translation: Translation) -> str:
    """Say where staff see a translated page as it would be; terms have no page of their own."""
    model = translation.source.specific_content_type.model_class()
    if model is None or not issubclass(model, Page):
        return ""
    address = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    return request.build_absolute_uri(address)


def attachment(content: bytes, name: str, content_type: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Disposition"] = str(disposition)
    return answer
