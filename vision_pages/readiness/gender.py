"""Warnings about gender forms: neutral ones first, then the sign of the city's guide."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from vision_pages import conf
from vision_pages.readiness.content import Content
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.neutral import neutral
from vision_pages.readiness.rules import Spot, reads

SIGNS = {"*": r"\*", ":": ":", "_": "_", "·": "[·•]"}
SLASH = "/-?"
# BürgerInnen; in the singular only after -er, as in BürgerIn, so that names such as LinkedIn pass
CAPITAL = re.compile(r"\b([A-ZÄÖÜ]\w*[a-zäöüß])(Innen)\b|\b([A-ZÄÖÜ]\w*er)(In)\b")
# Bürgerinnen und Bürger, Bürger oder Bürgerin
ENDING = r"(?:e[nr]?|n|s)?"
AND = r"(?:\s+(?:und|oder|bzw\.|sowie)\s+|\s?/\s?)(?:d(?:ie|er|en|em)\s+)?"
PAIRS = re.compile(
    rf"\b([A-ZÄÖÜ]\w{{3,}}?)(in|innen){AND}\1{ENDING}\b"
    rf"|\b([A-ZÄÖÜ]\w{{3,}}?){ENDING}{AND}\3(in|innen)\b"
)
NEUTRAL = _("Instead of “%(text)s” use a neutral form or, where there is none, “%(proposal)s”.")
KNOWN = _("Instead of “%(text)s” use a neutral form such as “%(neutral)s”, or “%(proposal)s”.")


@reads(NEUTRAL, KNOWN, kind=Kind.WORDING)
def gender_form_against_the_guide(page: Page, contents: list[Content]) -> Iterator[Spot]:
    sign = conf.gender_sign()
    if sign is None or page.locale.language_code != "de":
        return
    for content in contents:
        for text, proposal, better in gender_forms(content.prose, sign):
            words = {"text": text, "proposal": proposal}
            if better:
                yield Spot(content.place, words | {"neutral": better}, KNOWN)
            else:
                yield Spot(content.place, words)


def gender_forms(text: str, sign: str = "*") -> Iterator[tuple[str, str, str]]:
    """Yield each form that the guide does without, how it looks with the sign, and neutrally."""
    nouns, companions = marked(sign)
    for pattern in (nouns, CAPITAL, PAIRS):
        for match in pattern.finditer(text):
            stem, ending = (match[1], match[2]) if match[1] else (match[3], match[4])
            ending = ending.lower()
            yield match[0], f"{stem}{sign}{ending}", neutral(stem, ending)
    for match in companions.finditer(text):
        first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
        yield match[0], f"{first}{sign}{second}", ""


@lru_cache(maxsize=8)
def marked(sign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give patterns for nouns, and for the words beside them, with another sign than this."""
    others = "|".join([*(mark for other, mark in SIGNS.items() if other != sign), SLASH])
    # Bürger:innen, Bürger_in, Bürger/-innen, Bürger(innen)
    nouns = re.compile(
        rf"\b([A-ZÄÖÜ][\w-]*\w)(?:{others})(in|innen)\b|\b([A-ZÄÖÜ]\w+)\((in|innen)\)"
    )
    # jede:r, eine/n, kein_e, der/die
    companions = re.compile(
        rf"\b((?:jed|[mds]?ein|kein|dies|welch|manch|unser|ihr)e?)(?:{others})(e?[rnms]|e)\b"
        rf"|\b(der|die|den|dem|des)(?:{others})(die|der|den|dem)\b",
        re.IGNORECASE,
    )
    return nouns, companions
