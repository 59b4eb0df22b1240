"""The settings of the pages; every one has a default, which is what Cologne does."""

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
