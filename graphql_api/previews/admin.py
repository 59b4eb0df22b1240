"""What previews add to Wagtail's admin: the ways to share them, and the history of that."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from graphql_api.previews import sharing_views
from graphql_api.previews.moment_views import MomentView
from graphql_api.previews.page_views import is_shown
from graphql_api.previews.rights import ACTIONS, may_edit


class SharedPreviewViewSet(ViewSet):
    """The addresses at which previews are shared and revoked, and seen as of a moment."""

    name = "shared_previews"
    url_prefix = "shared-previews"
    icon = "link"

    def get_urlpatterns(self) -> list[URLPattern]:
        listing = sharing_views.SharedPreviewsView
        return [
            path("", listing.as_view(), name="index"),
            path("results/", listing.as_view(results_only=True), name="index_results"),
            path("moment/<int:page_id>/", MomentView.as_view(), name="moment"),
            path("share/<int:page_id>/", sharing_views.ShareView.as_view(), name="share"),
            path("<uuid:pk>/", sharing_views.LinkView.as_view(), name="link"),
            path("<uuid:pk>/revoke/", sharing_views.RevokeView.as_view(), name="revoke"),
        ]


class SharedPreviewsMenuItem(MenuItem):
    """The way to the list, for who works on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, ACTIONS))


def viewsets() -> list[ViewSet]:
    return [SharedPreviewViewSet()]


def menu_item() -> MenuItem:
    return SharedPreviewsMenuItem(
        _("Shared previews"),
        reverse("shared_previews:index"),
        name="shared-previews",
        icon_name="link",
        order=1300,
    )


def buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer in the page editor what can be done with its drafts."""
    if view_name == "edit" and is_shown(page) and may_edit(user, page):
        yield Button(
            _("Share preview"),
            url=reverse("shared_previews:share", args=[page.pk]),
            icon_name="link",
            priority=62,
        )
        yield Button(
            _("Preview as of a moment"),
            url=reverse("shared_previews:moment", args=[page.pk]),
            icon_name="calendar-alt",
            priority=63,
        )


def log_actions(actions: Any) -> None:
    """Name what is written into the history of pages."""
    actions.register_action("graphql_api.preview.share", _("Share preview"), _("Preview shared"))
    actions.register_action(
        "graphql_api.preview.revoke", _("Revoke shared preview"), _("Shared preview revoked")
    )
