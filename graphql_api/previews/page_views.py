"""What the admin's views about drafts of one page have in common."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.models import Page

from graphql_api.previews.rights import may_edit
from graphql_api.previews.serving import frontends


class PageView(WagtailAdminTemplateMixin, FormView[Any]):
    """A form about drafts of a page, for who may see them, where a frontend shows them."""

    header_icon = "view"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_edit(request.user, self.page):
            raise PermissionDenied
        if not is_shown(self.page):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        found: Page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        return found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(
            self.page, self.request.user, url_name="wagtailadmin_pages:edit"
        )
        return [*above, {"url": "", "label": self.get_page_title()}]


def is_shown(page: Page) -> bool:
    """Say whether some frontend shows drafts of a page."""
    return bool(getattr(page, "preview_modes", None)) and bool(frontends(page))
