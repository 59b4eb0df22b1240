"""The report of all visions and projects: as a table, as a timeline, as a spreadsheet."""

from typing import Any

from django.db.models import F
from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from vision_pages.overview.addresses import edit_address
from vision_pages.overview.initiative_filters import InitiativeFilterSet
from vision_pages.overview.initiatives import initiatives, stages_of
from vision_pages.overview.periods import describe
from vision_pages.overview.report import PagesReport
from vision_pages.overview.rows import legend, timeline
from vision_pages.overview.terms import name_terms

TABLE = "vision_pages_overview:initiatives"
TIMELINE = "vision_pages_overview:initiatives_timeline"


def address(page: Any) -> str | None:
    return edit_address(page.pk) if page.can_edit else None


class InitiativesView(PagesReport):
    """All initiatives that somebody may see, in the source language."""

    page_title = _("Initiatives")
    header_icon = "calendar-alt"
    index_url_name = TABLE
    index_results_url_name = f"{TABLE}_results"
    results_template_name = "vision_pages/overview/initiatives.html"
    filterset_class = InitiativeFilterSet
    # Names are part of words: the database looks into them.
    search_backend_name = None
    search_fields = ["title", "summary", "date_text"]
    default_ordering = "begins_on"
    columns = [
        TitleColumn("title", label=_("Title"), sort_key="title", get_url=address),
        Column("type", label=_("Type")),
        StatusTagColumn("status_label", label=_("Status"), sort_key="status"),
        Column("starts", label=_("Start"), sort_key="begins_on"),
        Column("ends", label=_("End"), sort_key="closes_on"),
        Column("running_stages", label=_("Running stages")),
        Column("publication", label=_("Publication")),
    ]
    export_filename = "initiatives"
    export_headings = {
        "title": _("Title"),
        "type": _("Type"),
        "status_label": _("Status"),
        "period": _("Period"),
        "begins_on": _("Starts at the earliest"),
        "closes_on": _("Ends at the latest"),
        "all_stages": _("Stages"),
        "running_stages": _("Running stages"),
        "fields_of_action": _("Fields of action"),
        "districts": _("Districts"),
        "publication": _("Publication"),
        "archive": _("Archived"),
    }
    list_export = list(export_headings)

    @cached_property
    def today(self) -> Any:
        return timezone.localdate()

    def get_base_queryset(self) -> Any:
        return initiatives(self.request.user, self.today).select_related("content_type")

    def get_filtered_queryset(self) -> Any:
        return self.get_queryset()  # which filters already

    def order_queryset(self, queryset: Any) -> Any:
        """Put what has no date last, and keep the order of equals."""
        name = self.ordering.removeprefix("-")
        field = F(name).desc if self.ordering.startswith("-") else F(name).asc
        return queryset.order_by(field(nulls_last=True), "title", "pk")

    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        pages = [*object_list]
        stages = stages_of(self.request.user, pages, self.today)
        for page in pages:
            describe(page, stages[page.path])
        if self.is_export:
            name_terms(pages)
        return pages

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        query = self.asked()
        context["views"] = [
            (label, f"{reverse(name)}?{query}", name == self.index_url_name)
            for label, name in ((_("Table"), TABLE), (_("Timeline"), TIMELINE))
        ]
        return context


class TimelineView(InitiativesView):
    """The same initiatives, drawn in time, to look at and to print."""

    index_url_name = TIMELINE
    index_results_url_name = f"{TIMELINE}_results"
    results_template_name = "vision_pages/overview/timeline.html"
    # A sheet of paper has no second page to turn to: the more, the better, while it stays quick.
    paginate_by = 200

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] += Media(js=["vision_pages/overview/print.js"])
        return context

    def render_to_response(self, context: Any, **kwargs: Any) -> Any:
        if not self.is_export:
            context["scale"], context["rows"] = timeline(context["object_list"], self.today)
            context["legend"] = legend()
        return super().render_to_response(context, **kwargs)
