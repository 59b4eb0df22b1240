"""Signs and numerals that not everybody can read."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

LETTERS = r"[^\W\d_]"
SIGN = re.compile(
    r"\d[\d.,]*\s?[%‰°]|%|§+(?:\s?\d+)?|[€$]\s?\d+|\d[\d.,]*\s?[€$]"
    rf"|{LETTERS}[\w.-]*\s?&\s?\w+|&|[#=~|<>→←↑↓^†]|{LETTERS}+\s?\+\s?{LETTERS}+"
    rf"|{LETTERS}[\w-]*\s?/\s?-?{LETTERS}[\w-]*"
    r"|\w*\s?(?:…|\.\.\.)|\([^)]*\)|\[[^]]*\]"
)
QUOTE = re.compile(r"[„“”\"»«]([^„“”\"»«]+)[„“”\"»«]")
ROMAN = re.compile(
    r"(?<![\w-])(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![\w-])"
    r"|\b(?:Kapitel|Teil|Band|Phase|Stufe|Abschnitt|Gruppe)\s+[IVX](?![\w-])"
)


@forbids(
    _("Not everybody knows special characters. Leave them out, or say them in words: %(found)s.")
)
def special_characters(sentence: str) -> Iterator[str]:
    for match in SIGN.finditer(sentence):
        yield match[0].strip()
    for match in QUOTE.finditer(sentence):
        yield match[1]


@forbids(_("Not everybody knows Roman numerals. Write figures, “2” instead of “II”: %(found)s."))
def roman_numerals(sentence: str) -> Iterator[str]:
    for match in ROMAN.finditer(sentence):
        yield match[0]
