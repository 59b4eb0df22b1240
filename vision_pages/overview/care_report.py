"""The report of what needs care: each with its place in the editor."""

from typing import Any

import django_filters
from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn
from wagtail.coreutils import get_content_type_label
from wagtail.models import Locale

from vision_pages.models.content import ContentMixin
from vision_pages.overview.addresses import edit_address
from vision_pages.overview.care import Care
from vision_pages.overview.page_types import content_types
from vision_pages.overview.report import CountedReport, column
from vision_pages.readiness.kinds import Kind

CARE = "vision_pages_overview:care"
MESSAGES = {
    Kind.MISSING: _("Nothing is public in this language."),
    Kind.OUTDATED: _("The original says something else since."),
    Kind.INCOMPLETE: _("Some texts are not translated."),
}


class CareFilterSet(WagtailFilterSet):
    """What one may ask for in the report; `Care` answers it."""

    kind = django_filters.ChoiceFilter(
        label=_("Finding"), choices=Kind.choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    content_type = ContentTypeFilter(
        label=_("Type"), queryset=lambda request: content_types(ContentMixin), empty_label=_("All")
    )
    language = django_filters.ModelChoiceFilter(
        label=_("Language"), queryset=Locale.objects.all(), empty_label=_("All")
    )


class CareView(CountedReport):
    """What needs care on the pages that somebody may edit."""

    page_title = _("What needs care")
    header_icon = "clipboard-list"
    index_url_name = CARE
    index_results_url_name = f"{CARE}_results"
    results_template_name = "vision_pages/overview/care.html"
    kinds = Kind
    kind_parameter = "kind"
    filterset_class = CareFilterSet
    columns = [
        TitleColumn("title", label=_("Page"), width="22%", get_url=lambda row: row["address"]),
        column("kind_label", _("Finding")),
        column("message", _("What is to be done")),
        column("place", _("Where it stands")),
        column("type_label", _("Type")),
        column("language_label", _("Language")),
    ]
    export_filename = "care"
    export_headings = {
        "title": _("Page"),
        "kind_label": _("Finding"),
        "message": _("What is to be done"),
        "place": _("Where it stands"),
        "type_label": _("Type"),
        "language_label": _("Language"),
        "full_address": _("Address in the administration"),
    }
    list_export = list(export_headings)

    @cached_property
    def counted(self) -> Care:
        chosen = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        return Care(
            user=self.request.user,
            today=timezone.localdate(),
            kind=chosen.get("kind") or "",
            content_type=chosen.get("content_type"),
            language=chosen.get("language"),
            words=self.search_query,
        )

    def get_filtered_queryset(self) -> Any:
        return self.counted.rows()

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        rows = [*object_list]
        types = {kind.pk: kind for kind in content_types(ContentMixin)}
        languages = {locale.pk: locale.get_display_name() for locale in Locale.objects.all()}
        may_submit = self.request.user.has_perm("wagtail_localize.submit_translation")
        for row in rows:
            kind = Kind(row["kind"])
            row["kind_label"] = capfirst(str(kind.label))
            row["message"] = row["message"] or str(MESSAGES.get(kind, ""))
            row["type_label"] = capfirst(get_content_type_label(types[row["type"]]))
            row["language_label"] = languages[row["language"]]
            row["address"] = address(row, may_submit=may_submit)
            row["full_address"] = row["address"] and self.request.build_absolute_uri(row["address"])
        return rows


def address(row: dict[str, Any], *, may_submit: bool) -> str | None:
    """Say where somebody mends it; nowhere, who may only see it."""
    if row["kind"] == Kind.MISSING and may_submit:
        return reverse("wagtail_localize:submit_page_translation", args=[row["number"]])
    return edit_address(row["number"], row["field"]) if row["can_edit"] else None
