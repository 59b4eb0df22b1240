"""What may be done with a translation: Wagtail's own buttons, and what wagtail-localize adds."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, PageActionMenu
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.action_menu import LockedMenuItem, SnippetActionMenu

from vision_pages.admin.rights import lock_for, may_publish

# wagtail-localize's button that has a translation say, in public, what the source says.
CONVERT = "localize-convert-to-alias"


class StopMenuItem(ActionMenuItem):
    """Goes on with a translation as a page or term of its own."""

    label: Any = _("Stop synced translation")
    name: Any = "stop-translation"
    icon_name = "cross"
    template_name = "vision_pages/admin/stop_translation.html"

    def get_url(self, parent_context: Any) -> str:
        number = parent_context["translation"].pk
        return reverse("wagtail_localize:stop_translation", args=[number])


class DeleteMenuItem(ActionMenuItem):
    """Deletes a term; a page is deleted from above it."""

    label: Any = _("Delete")
    name: Any = "action-delete"
    icon_name = "bin"

    def get_url(self, parent_context: Any) -> str:
        row = parent_context["instance"]
        return reverse(row.snippet_viewset.get_url_name("delete"), args=[row.pk])


class PageMenu(PageActionMenu):
    """The buttons below a page's translation."""

    menu_items: list[Any]

    def __init__(self, request: HttpRequest, translation: Any, row: Page) -> None:
        locked = lock_for(request.user, row) is not None
        super().__init__(
            request,
            view="edit",
            page=row,
            lock=row.get_lock(),
            locked_for_user=locked,
            translation=translation,
        )
        items = [self.default_item, *self.menu_items, *([] if locked else [StopMenuItem()])]
        may_convert = may_publish(request.user, row) and not locked
        self.default_item, *self.menu_items = [
            one for one in items if one and (one.name != CONVERT or may_convert)
        ]


class TermMenu(SnippetActionMenu):
    """The buttons below a term's translation."""

    def __init__(self, request: HttpRequest, translation: Any, row: Any) -> None:
        locked = lock_for(request.user, row) is not None
        super().__init__(
            request, view="edit", instance=row, locked_for_user=locked, translation=translation
        )
        self.menu_items.append(LockedMenuItem() if locked else StopMenuItem())
        if policy_registry.get(row).user_has_permission(request.user, "delete"):
            self.menu_items.append(DeleteMenuItem())
        if self.default_item is None:
            self.default_item = self.menu_items.pop(0)


def cancelling_address(row: Any) -> str | None:
    """Give where somebody is asked whether publishing shall end the workflow that is running."""
    if getattr(row, "current_workflow_state", None) is None:
        return None
    name = "confirm_workflow_cancellation"
    if isinstance(row, Page):
        return reverse(f"wagtailadmin_pages:{name}", args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name(name), args=[row.pk])


def menu(request: HttpRequest, translation: Any, row: Any) -> PageMenu | TermMenu:
    kind = PageMenu if isinstance(row, Page) else TermMenu
    return kind(request, translation, row)
