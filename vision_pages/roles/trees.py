"""The page trees of the languages: which are written, and which are translated."""

from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page, Site


def written_locales() -> QuerySet[Locale]:
    """Give the source language and its variants: Leichte Sprache is written, not translated."""
    base = Locale.get_default().language_code.split("-")[0]
    return Locale.objects.filter(
        Q(language_code=base) | Q(language_code__startswith=f"{base}-")
    ).order_by("language_code")


def translated_locales() -> QuerySet[Locale]:
    return Locale.objects.exclude(pk__in=written_locales()).order_by("language_code")


def trees(locales: QuerySet[Locale]) -> list[Page]:
    """Give the root pages of all sites in these languages."""
    keys = Site.objects.values("root_page__translation_key")
    return list(Page.objects.filter(translation_key__in=keys, locale__in=locales).order_by("path"))
