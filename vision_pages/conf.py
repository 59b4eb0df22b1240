"""The settings of the pages; every one has a default, which is what Cologne does."""

from enum import StrEnum
from typing import Any

from django.conf import settings

GENDER_SIGNS = ("*", ":", "_", "·")


def gender_sign() -> str | None:
    """Say which sign stands between stem and ending; None where forms are nobody's business."""
    sign: str | None = getattr(settings, "VISION_PAGES_GENDER_SIGN", "*")
    return sign


def plain_words() -> dict[str, str | None]:
    """Give plain words for hard ones, beside ours; None for a word that needs none."""
    words: dict[str, str | None] = getattr(settings, "VISION_PAGES_PLAIN_WORDS", {})
    return words


class Incomplete(StrEnum):
    """What becomes of a text that is not translated when its page is published.

    block: nothing is published. allow: it is published in the source language. keep: what was
    published before stays, and only a text that never was translated blocks.
    """

    BLOCK = "block"
    ALLOW = "allow"
    KEEP = "keep"


def incomplete_translations() -> dict[str, str]:
    """Say by language what becomes of incomplete translations; of others, nothing is published."""
    found: dict[str, str] = getattr(settings, "VISION_PAGES_INCOMPLETE_TRANSLATIONS", {})
    return found


def incomplete(language_code: str) -> Incomplete:
    return Incomplete(incomplete_translations().get(language_code, Incomplete.BLOCK))


def machine_translation() -> dict[str, dict[str, Any]]:
    """Give the engine and its options for each language that a machine may translate into."""
    engines: dict[str, dict[str, Any]] = getattr(settings, "VISION_PAGES_MACHINE_TRANSLATION", {})
    return engines


def releases_unreviewed() -> bool:
    """Say whether what a machine translated may be published before somebody has gone over it."""
    released: bool = getattr(settings, "VISION_PAGES_RELEASE_UNREVIEWED", False)
    return released
