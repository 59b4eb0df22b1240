"""“Archive” in the menus of a page, with what uses it; and back again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from vision_pages.models.archive import (
    ARCHIVED,
    RESTORED,
    has_archive,
    is_archived,
    set_archived,
)
from vision_pages.models.uses import Uses
from vision_pages.translation.releases import source_of


def may_archive(page: Page, user: Any) -> bool:
    """Say whether somebody may archive a page: who may unpublish it, if it follows no other."""
    if not page.live or not has_archive(page.specific) or is_archived(page):
        return False
    return is_state_of(page, user)


def may_restore(page: Page, user: Any) -> bool:
    """Say whether somebody may bring a page back; one below an archived page comes with that."""
    if not is_archived(page) or is_archived(page.get_parent()):
        return False
    return is_state_of(page, user)


def is_state_of(page: Page, user: Any) -> bool:
    """Say whether a page is archived by itself, and by this person."""
    if page.alias_of_id or source_of(page) is not None:
        return False
    lock = page.get_lock()
    locked = lock is not None and lock.for_user(user)
    return not locked and page.permissions_for_user(user).can_publish()


class ArchiveItem(PageMenuItem):
    """“Archive” in a page's menus."""

    label = _("Archive")
    icon_name: Any = "folder-inverse"
    url_name: Any = "vision_pages_archive"

    def is_shown(self, user: Any) -> bool:
        return may_archive(self.page, user)


class RestoreItem(PageMenuItem):
    """“Bring back from the archive” in the menus of an archived page."""

    label = _("Bring back from the archive")
    icon_name: Any = "undo"
    url_name: Any = "vision_pages_restore"

    def is_shown(self, user: Any) -> bool:
        return may_restore(self.page, user)


def menu_items(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> list[PageMenuItem]:
    """Give both: each shows itself where it can be done."""
    return [
        item(page=page, next_url=next_url, priority=priority)
        for item, priority in ((ArchiveItem, 25), (RestoreItem, 26))
    ]


class ArchiveView(WagtailAdminTemplateMixin, TemplateView):
    """Asks before it archives a page, and says what uses it."""

    template_name = "vision_pages/admin/confirm_archive.html"
    header_icon = "folder-inverse"
    page_title: Any = ArchiveItem.label
    breadcrumbs_items = []
    archives = True
    done: Any = _("“%(title)s” is archived.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["pk"]).specific
        may = may_archive if self.archives else may_restore
        if not may(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        set_archived(self.page, request.user, archived=self.archives)
        messages.success(request, self.done % {"title": self.page.get_admin_display_title()})
        return redirect(self.next_url())

    def next_url(self) -> str:
        """Go back to where the menu was, else to the page's place in the tree."""
        asked = get_valid_next_url_from_request(self.request)
        return asked or reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> Any:
        below = self.page.get_descendants()
        return super().get_context_data(**kwargs) | {
            "uses": Uses([self.page, *below], self.request.user),
            "below": below.live().count(),
            "next_url": self.next_url(),
        }


class RestoreView(ArchiveView):
    """Asks before it brings a page back from the archive."""

    header_icon = "undo"
    page_title: Any = RestoreItem.label
    archives = False
    done = _("“%(title)s” is back from the archive.")


def urls() -> list[Any]:
    return [
        path("pages/<int:pk>/archive/", ArchiveView.as_view(), name=ArchiveItem.url_name),
        path("pages/<int:pk>/restore/", RestoreView.as_view(), name=RestoreItem.url_name),
    ]


def log_actions(actions: Any) -> None:
    """Have the history of a page say when it was archived."""
    actions.register_action(ARCHIVED, _("Archive"), _("Archived"))
    actions.register_action(RESTORED, _("Bring back from the archive"), _("Back from the archive"))
