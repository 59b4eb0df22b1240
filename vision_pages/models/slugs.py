"""Which address a title gives: readable in every script, German umlauts written out."""

from anyascii import anyascii
from django.utils.text import slugify

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def slug(title: str) -> str:
    """Write a title as a slug of ASCII letters, digits and hyphens; "" if it has none."""
    return slugify(anyascii(title.replace("*", "").translate(GERMAN)))
