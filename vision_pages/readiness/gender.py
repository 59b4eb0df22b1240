"""Warnings about gender forms: neutral ones first, then the asterisk."""

import re
from collections.abc import Iterator
from html import unescape

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, TextBlock, URLBlock
from wagtail.models import Page

from vision_pages.blocks import AddressBlock
from vision_pages.readiness.contents import Content, contents
from vision_pages.readiness.links import html
from vision_pages.readiness.rules import Spot, warns

# Bürger:innen, Bürger_in, Bürger/-innen, Bürger(innen), Bürger·innen
MARKED = re.compile(r"\b([A-ZÄÖÜ][\w-]*\w)(?:[:_·•]|/-?)(in|innen)\b|\b([A-ZÄÖÜ]\w+)\((in|innen)\)")
# BürgerInnen; in the singular only after -er, as in BürgerIn, so that names such as LinkedIn pass
CAPITAL = re.compile(r"\b([A-ZÄÖÜ]\w*[a-zäöüß])(Innen)\b|\b([A-ZÄÖÜ]\w*er)(In)\b")
# Bürgerinnen und Bürger, Bürger oder Bürgerin
ENDING = r"(?:e[nr]?|n|s)?"
AND = r"\s+(?:und|oder|bzw\.|sowie)\s+(?:d(?:ie|er|en|em)\s+)?"
PAIRS = re.compile(
    rf"\b([A-ZÄÖÜ]\w{{3,}}?)(in|innen){AND}\1{ENDING}\b"
    rf"|\b([A-ZÄÖÜ]\w{{3,}}?){ENDING}{AND}\3(in|innen)\b"
)
BREAK = re.compile(r"(?=<(?:/p|/li|br)\b)")
ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")


@warns(_("Instead of “%(text)s” use a neutral form or, where there is none, “%(proposal)s”."), Page)
def gender_form_against_the_guide(page: Page) -> Iterator[Spot]:
    if page.locale.language_code != "de":
        return
    for content in contents(page):
        for text, proposal in gender_forms(prose(content)):
            yield Spot(content.place, {"text": text, "proposal": proposal})


def gender_forms(text: str) -> Iterator[tuple[str, str]]:
    """Yield each form that the guide does without, and how it looks with an asterisk."""
    for pattern in (MARKED, CAPITAL, PAIRS):
        for match in pattern.finditer(text):
            stem, ending = (match[1], match[2]) if match[1] else (match[3], match[4])
            yield match[0], f"{stem}*{ending.lower()}"


def prose(content: Content) -> str:
    """Give the words an editor wrote, without the words of others and without addresses."""
    if content.is_quoted:
        return ""
    text = unescape(strip_tags(BREAK.sub(" ", html(content)))) or plain(content)
    return ADDRESS.sub(" ", text)


def plain(content: Content) -> str:
    if isinstance(content.kind, (AddressBlock, URLBlock, models.URLField)):
        return ""
    texts = (CharBlock, TextBlock, models.CharField, models.TextField)
    return (
        content.value if isinstance(content.kind, texts) and isinstance(content.value, str) else ""
    )
