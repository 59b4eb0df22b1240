"""By what editors choose among the initiatives."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.models import Locale

from vision_pages.models import District, FieldOfAction, ProjectLocation
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.overview.page_types import content_types, models_of
from vision_pages.status import Status


def originals(model: type[Any]) -> Any:
    return lambda request: model.objects.filter(locale=Locale.get_default())


class InitiativeFilterSet(WagtailFilterSet):
    """Filters of the report of all initiatives."""

    content_type = MultipleContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: content_types(InitiativeMixin),
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"),
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    field_of_action = django_filters.ModelChoiceFilter(
        label=_("Field of action"),
        queryset=originals(FieldOfAction),
        method="by_field_of_action",
        empty_label=_("All"),
    )
    district = django_filters.ModelChoiceFilter(
        label=_("District"),
        queryset=originals(District),
        method="by_district",
        empty_label=_("All"),
    )
    is_archived = django_filters.ChoiceFilter(
        label=_("Archived"),
        choices=[("true", _("only archived")), ("false", _("without archived"))],
        method="by_archive",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    def by_field_of_action(self, pages: Any, name: str, value: FieldOfAction) -> Any:
        having = Q()
        for model in models_of(InitiativeMixin):
            having |= Q(pk__in=model.objects.filter(fields_of_action=value).values("pk"))
        return pages.filter(having)

    def by_district(self, pages: Any, name: str, value: District) -> Any:
        return pages.filter(pk__in=ProjectLocation.objects.filter(district=value).values("page"))

    def by_archive(self, pages: Any, name: str, value: str) -> Any:
        return pages.filter(is_archived=value == "true")
