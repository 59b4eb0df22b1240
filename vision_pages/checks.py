"""Which settings of a host would break what the pages promise."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connection

from vision_pages import conf


def check_settings(**kwargs: Any) -> list[CheckMessage]:
    return [*required(), *writing(), *translating(), *recommended()]


def required() -> Iterable[CheckMessage]:
    if connection.vendor != "postgresql":
        yield Error(
            "The pages need PostgreSQL.",
            hint="Use django.db.backends.postgresql.",
            id="vision_pages.E001",
        )
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        yield Error(
            "Pages and terms exist in several languages.",
            hint="Set WAGTAIL_I18N_ENABLED = True.",
            id="vision_pages.E002",
        )
    if not apps.is_installed("wagtail_localize"):
        yield Error(
            "Pages and terms are translated by wagtail-localize.",
            hint="Add wagtail_localize to INSTALLED_APPS.",
            id="vision_pages.E003",
        )


def writing() -> Iterable[CheckMessage]:
    """Check what helps editors while they write."""
    sign = conf.gender_sign()
    if sign is not None and sign not in conf.GENDER_SIGNS:
        yield Error(
            "VISION_PAGES_GENDER_SIGN is none of the signs that are used.",
            hint=f"Use one of {' '.join(conf.GENDER_SIGNS)}, or None to check no forms.",
            id="vision_pages.E004",
        )
    words: Any = conf.plain_words()
    if not isinstance(words, dict) or not all(map(is_plain_word, words.items())):
        yield Error(
            "VISION_PAGES_PLAIN_WORDS gives words no plain ones.",
            hint='Give text for text, or None: {"Partizipation": "Beteiligung", "Quartier": None}.',
            id="vision_pages.E005",
        )


def is_plain_word(entry: tuple[Any, Any]) -> bool:
    word, plain = entry
    return isinstance(word, str) and word != "" and isinstance(plain, (str, type(None)))


def translating() -> Iterable[CheckMessage]:
    found: Any = conf.incomplete_translations()
    languages = dict(getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", settings.LANGUAGES))
    ways = [*conf.Incomplete]
    if (
        not isinstance(found, dict)
        or not {*found} <= {*languages}
        or not {*found.values()} <= {*ways}
    ):
        yield Error(
            "VISION_PAGES_INCOMPLETE_TRANSLATIONS says nothing that can be done.",
            hint=f'Give a way for a language of the site: {{"en": "keep"}}, of {", ".join(ways)}.',
            id="vision_pages.E006",
        )


def recommended() -> Iterable[CheckMessage]:
    if getattr(settings, "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE", True):
        yield Warning(
            "Submitting a page for translation publishes its untranslated text.",
            hint="Set WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False.",
            id="vision_pages.W001",
        )
    if not getattr(settings, "WAGTAILLOCALIZE_DISABLE_ON_DELETE", False):
        yield Warning(
            "Deleting a translated page deletes what its translators wrote.",
            hint="Set WAGTAILLOCALIZE_DISABLE_ON_DELETE = True.",
            id="vision_pages.W002",
        )
    if apps.is_installed("wagtail_localize.locales"):
        yield Warning(
            "A new language starts with a copy of the whole tree.",
            hint="Install wagtail.locales in place of wagtail_localize.locales.",
            id="vision_pages.W003",
        )
