"""Having a machine translate what nobody has translated yet."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views import update_translations

from vision_pages.admin.rights import may_edit
from vision_pages.translation.machine import Engines
from vision_pages.translation.machine_engines import EngineFailed
from vision_pages.translation.machine_texts import Outcome, translate


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask the engine of a language, and say what came of it."""
    translations = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(translations, pk=translation_id)
    if not may_edit(request.user, translation.get_target_instance()):
        raise PermissionDenied
    if not has_engine(translation):
        raise Http404
    try:
        tell(request, translate(translation, request.user))
    except EngineFailed as failure:
        tell_failure(request, failure)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def has_engine(translation: Translation) -> bool:
    return Engines({}).can_translate(translation.source.locale, translation.target_locale)


def tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.translated:
        text = ngettext(
            "%(count)s text was translated by machine. Go over it before it is published.",
            "%(count)s texts were translated by machine. Go over them before they are published.",
            outcome.translated,
        )
        messages.success(request, text % {"count": outcome.translated})
    else:
        messages.info(request, _("All texts are translated already."))
    if outcome.broken:
        text = ngettext(
            "%(count)s text was left out: the machine lost its links or tags.",
            "%(count)s texts were left out: the machine lost their links or tags.",
            outcome.broken,
        )
        messages.warning(request, text % {"count": outcome.broken})


def tell_failure(request: HttpRequest, failure: EngineFailed) -> None:
    text = _("The machine translation failed, and nothing was changed. %(reason)s")
    messages.error(request, text % {"reason": failure})


def translate_synchronised(translation_id: int, user: Any, machine: Any) -> None:
    """Translate what is new in a language that has an engine, and that somebody may edit."""
    translations = Translation.objects.select_related("source__locale", "target_locale")
    translation = translations.get(pk=translation_id)
    if has_engine(translation) and may_edit(user, translation.get_target_instance()):
        translate(translation, user)


def ask_only_engines() -> None:
    """Have “Sync translated pages” pass over languages in which no machine translates."""
    views: Any = update_translations
    views.apply_machine_translation = translate_synchronised
