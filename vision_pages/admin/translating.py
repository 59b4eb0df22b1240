"""wagtail-localize's views, for those alone who have the rights: its own ask for one, of no
language.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.views import edit_translation
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from vision_pages.admin.beside_source import BesideSourceView, preview_source
from vision_pages.admin.locked import alias_of_source, unlocked
from vision_pages.admin.machine import (
    ask_only_engines,
    has_engine,
    machine_translate,
    tell_failure,
)
from vision_pages.admin.own_language import works_in
from vision_pages.admin.rights import lock_for, may_edit, may_publish
from vision_pages.admin.segment_notes import segment_notes
from vision_pages.translation.gate import check_gate
from vision_pages.translation.machine_engines import EngineFailed
from vision_pages.translation.starting import start_below

# Views of wagtail-localize that change a translation, and their addresses.
CHANGING = (
    (
        "<int:translation_id>/strings/<int:string_segment_id>/edit/",
        edit_translation.edit_string_translation,
    ),
    (
        "<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        edit_translation.edit_override,
    ),
    ("<int:translation_id>/machine_translate/", machine_translate),
    ("<int:translation_id>/disable/", edit_translation.stop_translation),
)


class OwnLanguagesMixin:
    """Starts translations of what somebody may edit or publish, into languages they work in."""

    def get_object(self, queryset: Any = None) -> Any:
        row = super().get_object()  # type: ignore[misc]
        user = self.request.user  # type: ignore[attr-defined]
        if not (may_edit(user, row) or may_publish(user, row)):
            raise PermissionDenied
        return row

    def get_form(self) -> Any:
        form = super().get_form()  # type: ignore[misc]
        user = self.request.user  # type: ignore[attr-defined]
        offered = form.fields["locales"].queryset
        own = [locale.pk for locale in offered if works_in(user, locale)]
        form.fields["locales"].queryset = Locale.objects.filter(pk__in=own)
        form.fields["locales"].label = _("Languages")
        return form

    def get_success_message(self, locales: Any) -> str:
        # wagtail-localize's own counts “locales”, in German too.
        return _("“%(title)s” can be translated now.") % {"title": self.object}  # type: ignore[attr-defined]


class SubmitPageView(OwnLanguagesMixin, SubmitPageTranslationView):
    """“Translate this page”; the pages below it follow beside the request."""

    def form_valid(self, form: Any) -> Any:
        has_below = form.cleaned_data["include_subtree"]
        form.cleaned_data["include_subtree"] = False
        response = super().form_valid(form)
        if not has_below:
            return response
        start = start_below(self.object, form.cleaned_data["locales"], self.request.user)
        return redirect("vision_pages_translation_start", start.pk)


class SubmitTermView(OwnLanguagesMixin, SubmitSnippetTranslationView):
    """“Translate” for a term, actor or contact."""


class SynchroniseView(UpdateTranslationsView):
    """“Sync translated pages”, which publishes only what who asks for it may publish."""

    def get_object(self, queryset: Any = None) -> Any:
        source = super().get_object()
        row = source.get_source_instance()
        if not (may_edit(self.request.user, row) or may_publish(self.request.user, row)):
            raise PermissionDenied
        return source

    def get_form(self) -> Any:
        form = super().get_form()
        if not any(map(has_engine, self.translations())):
            form.fields.pop("use_machine_translation", None)
        return form

    def form_valid(self, form: Any) -> Any:
        foreign = self.foreign() if form.cleaned_data["publish_translations"] else []
        if not foreign:
            return self.synchronise(form)
        # wagtail-localize's template has no place for an error of this field.
        names = ", ".join(map(str, foreign))
        messages.error(self.request, _("You may not publish in: %(names)s.") % {"names": names})
        return self.render_to_response(self.get_context_data())

    def synchronise(self, form: Any) -> Any:
        try:
            response = super().form_valid(form)
        except EngineFailed as failure:
            tell_failure(self.request, failure)
            return self.render_to_response(self.get_context_data())
        if form.cleaned_data["publish_translations"]:
            self.tell_unfinished()
        return response

    def foreign(self) -> list[Locale]:
        """Give the languages in which somebody may not publish this, or not now."""
        return [
            translation.target_locale
            for translation in self.translations()
            if not self.is_own(translation.get_target_instance())
        ]

    def tell_unfinished(self) -> None:
        """Say what the gate has not let through; wagtail-localize passes over it."""
        for translation in self.translations():
            try:
                check_gate(translation)
            except ValidationError as error:
                messages.warning(self.request, error.message)

    def translations(self) -> Any:
        found = self.object.translations.filter(enabled=True)
        return found.select_related("source__locale", "target_locale")

    def is_own(self, target: Any) -> bool:
        user = self.request.user
        return may_publish(user, target) and not lock_for(user, target)


def guard_translating() -> None:
    """Have the editor of strings ask for rights in a language too."""
    edit_translation.user_can_edit_instance = may_edit
    ask_only_engines()


def urls() -> list[URLPattern | URLResolver]:
    """Give the addresses that wagtail-localize has for the same: these come first."""
    return [
        path(
            "localize/submit/page/<int:page_id>/",
            SubmitPageView.as_view(),
            name="vision_pages_submit_page",
        ),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitTermView.as_view(),
            name="vision_pages_submit_term",
        ),
        path(
            "localize/update/<int:translation_source_id>/",
            SynchroniseView.as_view(),
            name="vision_pages_synchronise",
        ),
        path(
            "localize/translate/<int:translation_id>/notes/",
            segment_notes,
            name="vision_pages_segment_notes",
        ),
        path(
            "localize/page/<int:page_id>/convert_to_alias/",
            alias_of_source,
            name="vision_pages_convert_to_alias",
        ),
        path(
            "localize/translate/<int:translation_id>/beside/",
            BesideSourceView.as_view(),
            name="vision_pages_beside_source",
        ),
        path(
            "localize/translate/<int:translation_id>/source/<str:mode>/",
            preview_source,
            name="vision_pages_preview_source",
        ),
        *(path(f"localize/translate/{address}", unlocked(view)) for address, view in CHANGING),
    ]
