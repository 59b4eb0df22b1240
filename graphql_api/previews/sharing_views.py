"""Shared previews in the admin: made from the page editor, listed and revoked in a report."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from graphql_api.previews.models import SharedPreview
from graphql_api.previews.page_views import PageView
from graphql_api.previews.rights import ACTIONS
from graphql_api.previews.sharing import address, revoke, seen_by, share
from graphql_api.previews.sharing_form import ShareForm


class ShareView(PageView):
    """Makes a link to a saved version of a page."""

    page_title: Any = gettext_lazy("Share preview")
    template_name = "graphql_api/admin/share_preview.html"
    form_class = ShareForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"page": self.page}

    def form_valid(self, form: ShareForm) -> HttpResponse:
        shared = share(
            form.shown,
            self.request.user,
            name=form.cleaned_data["name"],
            ends_at=form.ends_at,
            frontend=form.cleaned_data["frontend"],
            moment=form.cleaned_data["moment"],
        )
        messages.success(self.request, _("The preview is shared."))
        return redirect("shared_previews:link", shared.pk)


class SharedPreviewsView(ReportView):
    """The links of who looks, and those to pages that they may publish."""

    page_title: Any = gettext_lazy("Shared previews")
    header_icon = "link"
    index_url_name: Any = "shared_previews:index"
    index_results_url_name: Any = "shared_previews:index_results"
    permission_policy = page_permission_policy
    any_permission_required: Any = ACTIONS
    default_ordering: Any = "-created_at"
    list_export = ["name", "page", "author", "frontend", "created_at", "ends_at", "last_opened_at"]
    model = SharedPreview

    def get_base_queryset(self) -> Any:
        return seen_by(self.request.user)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label=_("Name"), get_url=self.link),
            Column(
                "page",
                label=_("Page"),
                accessor=lambda shared: shared.page.get_admin_display_title(),
            ),
            Column("author", label=_("Shared by")),
            Column("frontend", label=_("Frontend")),
            Column("state", label=_("Status"), accessor=state),
            DateColumn("ends_at", label=_("Until"), sort_key="ends_at"),
            DateColumn("last_opened_at", label=_("Last opened"), sort_key="last_opened_at"),
            RevokeColumn("revoke", label=_("Actions"), accessor=revoking),
        ]

    def link(self, shared: SharedPreview) -> str:
        return reverse("shared_previews:link", args=[shared.pk])


class RevokeColumn(Column):
    """A link to where a shared preview is revoked, while it holds."""

    cell_template_name = "graphql_api/admin/revoke_cell.html"


def holds(shared: SharedPreview) -> bool:
    return shared.revoked_at is None and shared.ends_at > timezone.now()


def revoking(shared: SharedPreview) -> str:
    return reverse("shared_previews:revoke", args=[shared.pk]) if holds(shared) else ""


def state(shared: SharedPreview) -> str:
    if shared.revoked_at is not None:
        return _("revoked")
    return _("holds") if holds(shared) else _("over")


class OneView(WagtailAdminTemplateMixin, TemplateView):
    """A view of one link, for who sees it in the list."""

    @cached_property
    def shared(self) -> SharedPreview:
        return get_object_or_404(seen_by(self.request.user), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.shared.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("shared_previews:index"), "label": _("Shared previews")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.shared.name}]


class LinkView(OneView):
    """Shows a link, to be copied."""

    page_title: Any = gettext_lazy("Shared preview")
    header_icon = "link"
    template_name = "graphql_api/admin/shared_preview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given = {
            "shared": self.shared,
            "address": address(self.shared) if holds(self.shared) else "",
            "state": state(self.shared),
        }
        return super().get_context_data(**kwargs) | given


class RevokeView(OneView):
    """Asks before it revokes a link."""

    page_title: Any = gettext_lazy("Revoke")
    header_icon = "cross"
    template_name = "graphql_api/admin/revoke_preview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"shared": self.shared}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        revoke(self.shared, self.request.user)
        message = _("“%(name)s” is revoked: the link leads nowhere any more.")
        messages.success(self.request, message % {"name": self.shared.name})
        return redirect("shared_previews:index")
