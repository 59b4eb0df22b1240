"""“Publish translations”: those of a page and of the pages below it, in one go."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page
from wagtail_localize.models import Translation

from vision_pages.admin.release_candidates import Candidate, candidates, has_translations
from vision_pages.translation.releases import source_of
from vision_pages.translation.releasing import release_together

NAME = "vision_pages_release_translations"


class ReleaseItem(PageMenuItem):
    """“Publish translations” in the menus of a page in the source language."""

    label = _("Publish translations")
    icon_name: Any = "wagtail-localize-language"
    url_name: Any = NAME

    def is_shown(self, user: Any) -> bool:
        return source_of(self.page) is None and has_translations(self.page, user)


class ReleaseForm(forms.Form):
    """Which translations, and when."""

    translations = forms.ModelMultipleChoiceField(
        Translation.objects.none(),
        error_messages={"required": _("Choose what is to be published.")},
    )
    at = forms.DateTimeField(
        label=_("Publish at"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Empty: at once. All that is chosen becomes public together."),
    )

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise ValidationError(_("This time is over."))
        return at


class ReleaseView(WagtailAdminTemplateMixin, TemplateView):
    """Shows how far the translations are, and publishes those that are chosen."""

    template_name = "vision_pages/admin/release_translations.html"
    header_icon = ReleaseItem.icon_name
    page_title: Any = ReleaseItem.label
    breadcrumbs_items = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["pk"])
        if not any(candidate.may_publish for candidate in self.candidates):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def candidates(self) -> list[Candidate]:
        return candidates(self.page, self.request.user)

    @cached_property
    def form(self) -> ReleaseForm:
        form = ReleaseForm(self.request.POST or None)
        ready = [one.translation.pk for one in self.candidates if one.is_ready]
        field: Any = form.fields["translations"]
        field.queryset = Translation.objects.filter(pk__in=ready)
        return form

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        chosen = {*self.form.cleaned_data["translations"].values_list("pk", flat=True)}
        found = [one.translation for one in self.candidates if one.translation.pk in chosen]
        at = self.form.cleaned_data["at"]
        try:
            release_together(found, request.user, at)
        except ValidationError as error:
            self.form.add_error(None, error.messages)
            return self.render_to_response(self.get_context_data())
        messages.success(request, said(len(found), at))
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> Any:
        chosen = self.request.POST.getlist("translations") if self.form.is_bound else None
        for one in self.candidates:
            one.is_chosen = one.is_due if chosen is None else str(one.translation.pk) in chosen
        back = reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])
        return super().get_context_data(**kwargs) | {
            "form": self.form,
            "candidates": self.candidates,
            "back": back,
        }


def said(count: int, at: Any) -> str:
    if at is None:
        text = ngettext(
            "%(count)s translation is published.", "%(count)s translations are published.", count
        )
        return text % {"count": count}
    text = ngettext(
        "%(count)s translation will be published on %(time)s.",
        "%(count)s translations will be published on %(time)s.",
        count,
    )
    time = date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
    return text % {"count": count, "time": time}


def menu_items(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> list[PageMenuItem]:
    return [ReleaseItem(page=page, next_url=next_url, priority=27)]


def urls() -> list[URLPattern]:
    return [path("pages/<int:pk>/release-translations/", ReleaseView.as_view(), name=NAME)]
