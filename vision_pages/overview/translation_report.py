"""The report “Translations”: how each page stands in each language, and how much is left."""

from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button
from wagtail.coreutils import get_content_type_label
from wagtail.models import Locale

from vision_pages.models.content import ContentMixin
from vision_pages.overview.addresses import edit_address
from vision_pages.overview.initiatives import editable
from vision_pages.overview.page_types import content_types
from vision_pages.overview.report import CountedReport, column
from vision_pages.overview.translation_filters import TranslationFilterSet, asked_for
from vision_pages.overview.translations import Translations
from vision_pages.translation.states import State
from vision_pages.translation.words_left import words_left

TRANSLATIONS = "vision_pages_overview:translations"


class TranslationsView(CountedReport):
    """How the pages stand in the languages that somebody sees to."""

    page_title = _("State of translations")
    header_icon = "wagtail-localize-language"
    index_url_name = TRANSLATIONS
    index_results_url_name = f"{TRANSLATIONS}_results"
    results_template_name = "vision_pages/overview/translations.html"
    kinds = State
    kind_parameter = "state"
    filterset_class = TranslationFilterSet
    columns = [
        TitleColumn("title", label=_("Page"), width="30%", get_url=lambda row: row["address"]),
        column("language_label", _("Language")),
        column("state_label", _("State")),
        DateColumn("since", label=_("Since"), accessor=lambda row: row["since"]),
        column("person", _("By")),
        column("texts", _("Texts left")),
        column("words", _("Words left")),
        column("type_label", _("Type")),
    ]
    export_filename = "translations"
    export_headings = {
        "title": _("Page"),
        "target_title": _("Translated title"),
        "language_label": _("Language"),
        "state_label": _("State"),
        "since": _("Since"),
        "person": _("By"),
        "texts": _("Texts left"),
        "words": _("Words left"),
        "type_label": _("Type"),
    }
    list_export = list(export_headings)

    @cached_property
    def counted(self) -> Translations:
        return asked_for(self.request.user, self.filters, self.search_query)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Lead to the files of what is listed, and to where they are brought back."""
        address = f"{reverse(f'{TRANSLATIONS}_files')}?{self.asked()}"
        return [
            *super().header_more_buttons,
            Button(_("Files for agencies"), url=address, icon_name="doc-full"),
            Button(_("Import translations"), reverse("vision_pages_import"), icon_name="upload"),
        ]

    def get_filtered_queryset(self) -> Any:
        return self.counted.rows()

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        rows = [*object_list]
        left = words_left({row["translation_key"] for row in rows})
        people = get_user_model().objects.in_bulk({row["by"] for row in rows if row["by"]})
        types = {kind.pk: kind for kind in content_types(ContentMixin)}
        languages = {locale.pk: locale.get_display_name() for locale in Locale.objects.all()}
        targets = [row["target"] for row in rows if row["target"]]
        own = {*editable(self.request.user).filter(pk__in=targets).values_list("pk", flat=True)}
        may_submit = self.request.user.has_perm("wagtail_localize.submit_translation")
        for row in rows:
            row["language_label"] = languages[row["language"]]
            row["state_label"] = capfirst(State(row["state"]).label)
            row["person"] = get_user_display_name(people.get(row["by"]))
            key = row["translation_key"], row["language"]
            row["texts"], row["words"] = left.get(key, ("", ""))
            row["type_label"] = capfirst(get_content_type_label(types[row["type"]]))
            row["address"] = address(row, own, may_submit=may_submit)
        return rows


def address(row: dict[str, Any], own: set[int], *, may_submit: bool) -> str | None:
    """Say where somebody edits a translation, one of their own, or starts it who may."""
    if row["target"]:
        return edit_address(row["target"]) if row["target"] in own else None
    if may_submit:
        return reverse("wagtail_localize:submit_page_translation", args=[row["pk"]])
    return None
