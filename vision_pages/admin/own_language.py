"""What pages refer to, edited by those alone who work on the pages of its language.

Wagtail's permissions for snippets know no language: whoever may change an English term could
change the German one it was translated from.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from wagtail.models import GroupPagePermission, Locale
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    PreviewOnCreateView,
    PreviewOnEditView,
    PreviewRevisionView,
    RevisionsUnscheduleView,
    SnippetViewSet,
)

from vision_pages.admin.removal import TermDeleteView, TermUnpublishView


def works_in(user: Any, locale: Locale) -> bool:
    """Say whether somebody has a right on pages of a language, or on the whole tree."""
    if user.is_superuser:
        return True
    held = GroupPagePermission.objects.filter(group__user=user)
    return (held.filter(page__locale=locale) | held.filter(page__depth=1)).exists()


class OwnLanguageMixin:
    """A view that lets somebody in who works in the language of what it shows."""

    def user_has_permission(self, permission: str) -> bool:
        row = getattr(self, "object", None)
        locale = row.locale if row else self.locale  # type: ignore[attr-defined]
        user = self.request.user  # type: ignore[attr-defined]
        return works_in(user, locale) and super().user_has_permission(permission)  # type: ignore[misc]


def own_language(view: type) -> type:
    return type(view.__name__, (OwnLanguageMixin, view), {})


class CreateInLanguageView(CreateView):
    """A form for something new, whose preview knows its language."""

    def get_preview_url(self) -> str | None:
        address = super().get_preview_url()
        return address and f"{address}?locale={self.locale.language_code}"


class PreviewInLanguageView(PreviewOnCreateView):
    """The preview of something new; two languages are two forms."""

    @property
    def parent_object_id(self) -> str:
        return str(self.object.locale.language_code)

    def get_object(self) -> Any:
        code = self.request.GET.get("locale")
        locale = get_object_or_404(Locale, language_code=code) if code else Locale.get_default()
        return self.model(locale=locale)


class OwnLanguageViewSet(SnippetViewSet):
    """A kind of snippet in several languages, each for those who work in it."""

    add_view_class = own_language(CreateInLanguageView)
    edit_view_class = own_language(EditView)
    delete_view_class = own_language(TermDeleteView)
    delete_template_name = TermDeleteView.template_name
    unpublish_view_class = own_language(TermUnpublishView)
    revisions_unschedule_view_class = own_language(RevisionsUnscheduleView)
    preview_on_add_view_class = own_language(PreviewInLanguageView)
    preview_on_edit_view_class = own_language(PreviewOnEditView)
    revisions_view_class = own_language(PreviewRevisionView)
    copy_view_enabled = False
