"""wagtail-localize's views, closed to those whom a lock, a workflow or a schedule keeps out."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias

from vision_pages.admin.rights import lock_for, may_edit, may_publish
from vision_pages.models.easy_language import is_easy

View = Callable[..., HttpResponse]
LOCKED = 423


def unlocked(view: View) -> View:
    """Let a view change a translation that is not locked for who asks; of others say why not."""

    @wraps(view)
    def guarded(request: HttpRequest, translation_id: int, **kwargs: Any) -> HttpResponse:
        translation = get_object_or_404(Translation, pk=translation_id)
        target = translation.get_target_instance()
        lock = lock_for(request.user, target)
        if lock is None or not may_edit(request.user, target):
            return view(request, translation_id=translation_id, **kwargs)
        why = strip_tags(lock.get_message(request.user) or "")
        return refused(request, _("Nothing was changed.") + f" {why}")

    return guarded


def refused(request: HttpRequest, why: str) -> HttpResponse:
    """Answer a form with a message on the next page, and what saves a single text with it."""
    if request.method != "POST":
        return JsonResponse({"detail": why}, status=LOCKED)
    messages.error(request, why)
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def alias_of_source(request: HttpRequest, page_id: int) -> HttpResponse:
    """“Convert to alias page”, which makes what the source says public: for who may publish.

    What is written in Leichte Sprache would be lost with it.
    """
    page = get_object_or_404(Page, pk=page_id)
    may = may_publish(request.user, page) and not lock_for(request.user, page)
    if not may or is_easy(page.locale):
        raise PermissionDenied
    return convert_to_alias(request, page_id)
