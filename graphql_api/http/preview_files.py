"""What frontends load in previews alone: our module, and Wagtail's content checker."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import Context
from wagtail.admin.userbar import Userbar

from graphql_api.http.schema_file import described_by
from graphql_api.previews.editor import admin_origin

module = described_by("preview.js", "text/javascript; charset=utf-8")


class CheckerBar(Userbar):
    """Wagtail's user bar, which tells the admin what it found, wherever that is."""

    def get_context_data(self, parent_context: Any = None) -> Any:
        context = super().get_context_data(parent_context)
        return context | {"origin": admin_origin(parent_context["request"])}


def content_checker(request: HttpRequest) -> HttpResponse:
    """Give the user bar as the preview panel has it: hidden, with the checker in it."""
    request.in_preview_panel = True  # type: ignore[attr-defined]
    return HttpResponse(CheckerBar().render_html(Context({"request": request})))
