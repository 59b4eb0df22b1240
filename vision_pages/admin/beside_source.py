"""A translation as it is saved now, shown beside what it was made from."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from vision_pages.admin.rights import may_edit


def read(request: HttpRequest, translation_id: int) -> Translation:
    """Give a page's translation to who may edit it, which is also who is to review it."""
    found = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=translation_id
    )
    target = found.get_target_instance()
    if not isinstance(target, Page):
        raise Http404
    if not may_edit(request.user, target):
        raise PermissionDenied
    return found


@method_decorator(xframe_options_sameorigin_override)
def preview_source(request: HttpRequest, translation_id: int, mode: str) -> HttpResponse:
    """Show what translators were given, to translators, who may not open its own page."""
    source: Any = read(request, translation_id).source.as_instance()
    if mode not in dict(source.preview_modes):
        raise Http404
    return source.make_preview_request(request, mode)


class BesideSourceView(WagtailAdminTemplateMixin, TemplateView):
    """Two previews, each in its language."""

    template_name = "vision_pages/admin/beside_source.html"
    page_title: Any = _("Translation beside its original")
    header_icon = "view"

    @cached_property
    def translation(self) -> Translation:
        return read(self.request, self.kwargs["translation_id"])

    def get_page_subtitle(self) -> str:
        return str(self.translation.get_target_instance())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        target = self.translation.get_target_instance()
        editor = reverse("wagtailadmin_pages:edit", args=[target.pk])
        return [
            {"url": editor, "label": target.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        translation = self.translation
        modes = dict(translation.get_target_instance().preview_modes)
        chosen = self.request.GET.get("mode")
        mode = chosen if chosen in modes else next(iter(modes), "")
        sides = [
            (translation.source.locale, "vision_pages_preview_source"),
            (translation.target_locale, "wagtail_localize:preview_translation"),
        ]
        previews = [
            {"locale": locale, "address": reverse(name, args=[translation.pk, mode])}
            for locale, name in (sides if mode else [])
        ]
        return super().get_context_data(previews=previews, modes=modes, mode=mode, **kwargs)
