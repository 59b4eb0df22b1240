"""How far a subtree is that is being given to translators, and on with one that has stopped."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vision_pages.models import TranslationStart
from vision_pages.translation.starting import go_on

NAME = "vision_pages_translation_start"


class TranslationStartView(WagtailAdminTemplateMixin, TemplateView):
    """Shows it to who asked for it, and to superusers; as JSON it is asked for again and again."""

    template_name = "vision_pages/admin/translation_start.html"
    header_icon = "wagtail-localize-language"
    page_title: Any = _("Translations are being prepared")
    breadcrumbs_items = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        starts = TranslationStart.objects.select_related("page")
        self.start = get_object_or_404(starts, pk=kwargs["pk"])
        if not (request.user.is_superuser or self.start.user_id == request.user.pk):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.accepts("text/html"):
            return super().get(request, *args, **kwargs)
        start = self.start
        return JsonResponse({"done": start.done, "total": start.total, "text": said(start)})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.start.is_over:
            go_on(self.start)
        return redirect(NAME, self.start.pk)

    def get_page_subtitle(self) -> str:
        return str(self.start.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(**kwargs) | {
            "start": self.start,
            "text": said(self.start),
            "locales": self.start.locales.all(),
        }


def said(start: TranslationStart) -> str:
    """Say how far it is."""
    text = ngettext(
        "%(done)s of %(total)s page is prepared.",
        "%(done)s of %(total)s pages are prepared.",
        start.total,
    )
    return text % {"done": start.done - len(start.failed), "total": start.total}


def urls() -> list[URLPattern]:
    return [path("localize/starts/<int:pk>/", TranslationStartView.as_view(), name=NAME)]
