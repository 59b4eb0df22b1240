"""Publishing several pages at once stops before translations that are not whole."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page
from wagtail_localize.models import Translation

from vision_pages.translation.gate import check_gate


def stop_unfinished(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Publish none of the chosen pages if one may not be, and say which."""
    pages = [one for one in objects if isinstance(one, Page)]
    if action_type != "publish" or not pages:
        return None
    if action.cleaned_form.cleaned_data["include_descendants"]:
        pages += [below for page in pages for below in page.get_descendants().not_live()]
    faults = [*unfinished(pages)]
    for fault in faults:
        messages.error(request, fault)
    return redirect(action.next_url) if faults else None


def unfinished(pages: list[Page]) -> Iterator[str]:
    chosen = {(page.translation_key, page.locale_id) for page in pages}
    found = Translation.objects.filter(
        enabled=True, source__object__in={key for key, _locale in chosen}
    )
    for translation in found.select_related("source", "target_locale"):
        if (translation.source.object_id, translation.target_locale_id) in chosen:
            try:
                check_gate(translation)
            except ValidationError as error:
                yield str(error.message)
