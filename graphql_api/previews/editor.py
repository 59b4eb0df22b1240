"""What previews need in the editor: a script, and a content checker that reaches frontends."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from wagtail.admin.userbar import AccessibilityItem, ContentCheckerItem
from wagtail.admin.utils import get_admin_base_url

from graphql_api.frontends.origins import preview_origins
from graphql_api.previews.serving import LIVE

HERE = "<same_origin>"


def script() -> str:
    """Give the script that updates previews and opens what is clicked in them."""
    return json_script(
        {"origins": preview_origins(), "live": LIVE}, "graphql-api-preview"
    ) + format_html('<script src="{}" defer></script>', static("graphql_api/admin/preview.js"))


class FrontendCheckerItem(ContentCheckerItem):
    """Wagtail's content checker, between the editor and a frontend on another origin.

    axe answers nobody but those that are named, in the editor as in the frontend.
    """

    def get_axe_spec(self, request: HttpRequest) -> dict[str, Any]:
        others = preview_origins() if self.in_editor else [admin_origin(request)]
        return super().get_axe_spec(request) | {"allowedOrigins": [HERE, *others]}


def admin_origin(request: HttpRequest) -> str:
    parts = urlsplit(get_admin_base_url() or request.build_absolute_uri("/"))
    return f"{parts.scheme}://{parts.netloc}"


def check_frontends(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Have Wagtail's own checker reach frontends; a host's stays as it is."""
    items[:] = [
        FrontendCheckerItem(in_editor=item.in_editor)
        if type(item) in {ContentCheckerItem, AccessibilityItem}
        else item
        for item in items
    ]
