"""Says of a video in sign language that it still holds, although its page says something else."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from vision_pages.admin.form_side_panel import FormSidePanel
from vision_pages.admin.rights import may_edit
from vision_pages.models import Release

VIDEO_STILL_TRUE = "vision_pages.video_still_true"


class SignLanguageSidePanel(FormSidePanel):
    """Shown while what is public says something else than its video."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label: Any = _("Toggle “Video in sign language”")
        icon_name = "media"

        def get_context_data(self, parent_context: Any = None) -> Any:
            return super().get_context_data(parent_context) | {"count": 1}

    name = "sign-language"
    title = _("Video in sign language")
    template_name = "vision_pages/admin/sign_language.html"
    order = 170


def side_panels(page: Page, request: HttpRequest) -> list[BaseSidePanel]:
    release = Release.objects.filter(page=page.pk).first() if page.pk else None
    is_shown = release is not None and release.is_video_behind and may_edit(request.user, page)
    return [SignLanguageSidePanel(page, request)] if is_shown else []


class VideoStillTrueView(WagtailAdminTemplateMixin, TemplateView):
    """“Looked at, still true” of a video."""

    header_icon = "media"
    breadcrumbs_items = []
    page_title: Any = _("Looked at, still true")
    template_name = "vision_pages/admin/confirm_sign_language.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["pk"])
        if not may_edit(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        release = Release.objects.filter(page=self.page).first()
        if release is not None and release.is_video_behind:
            release.video_texts = release.texts
            release.save(update_fields=["video_texts"])
            log(instance=self.page, action=VIDEO_STILL_TRUE, user=request.user)
        messages.success(request, _("The video counts as up to date again."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


def urls() -> list[Any]:
    name = "vision_pages_video_still_true"
    return [path("pages/<int:pk>/video-still-true/", VideoStillTrueView.as_view(), name=name)]


def log_actions(actions: Any) -> None:
    actions.register_action(
        VIDEO_STILL_TRUE, _("Look at the video"), _("Looked at the video in sign language")
    )
