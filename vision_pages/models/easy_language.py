"""Leichte Sprache: a language of its own, in which pages are written and not translated."""

from wagtail.models import Locale

LANGUAGE = "de-simple"


def is_easy(locale: Locale) -> bool:
    return bool(locale.language_code == LANGUAGE)
