"""What one may ask the report of translations for."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.models import Locale, Page

from vision_pages.models.content import ContentMixin
from vision_pages.overview.care import pages_in_use
from vision_pages.overview.page_types import content_types
from vision_pages.overview.translations import Translations
from vision_pages.translation.states import State


class TranslationFilterSet(WagtailFilterSet):
    """What one may ask for in the report; `Translations` answers it."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    language = django_filters.ModelChoiceFilter(
        label=_("Language"),
        queryset=lambda request: Locale.objects.exclude(pk=Locale.get_default().pk),
        empty_label=_("All"),
    )
    content_type = ContentTypeFilter(
        label=_("Type"), queryset=lambda request: content_types(ContentMixin), empty_label=_("All")
    )
    below = django_filters.ModelChoiceFilter(
        label=_("Page and all below it"),
        queryset=lambda request: pages_with_pages(),
        empty_label=_("All"),
    )


def pages_with_pages() -> QuerySet[Page]:
    found = pages_in_use().filter(locale=Locale.get_default(), numchild__gt=0)
    return found.order_by("path")


def asked_for(user: Any, filters: TranslationFilterSet, words: str) -> Translations:
    """Give what somebody asks for; of filters that make no sense, none."""
    chosen = filters.form.cleaned_data if filters.is_valid() else {}
    return Translations(
        user=user,
        state=chosen.get("state") or "",
        content_type=chosen.get("content_type"),
        language=chosen.get("language"),
        below=chosen.get("below"),
        words=words,
    )
