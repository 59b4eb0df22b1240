"""Hints at words that a reader may not know: foreign ones, officialese, abbreviations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from vision_pages import conf
from vision_pages.readiness.content import Content
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.neutral import masculine_plurals
from vision_pages.readiness.rules import Severity, Spot, reads
from vision_pages.readiness.vocabulary import vocabulary

WORD = re.compile(r"[^\W\d_][\w-]*\w")
# Two to six capitals, unless they are a Roman number.
ABBREVIATION = re.compile(r"(?![IVXLC]+$)[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,5}")


Search = Callable[[str], Iterator[tuple[str, str]]]

UNEXPLAINED = _("Not everybody knows “%(word)s”. Write it out where it first stands.")
KNOWN = _("Not everybody knows “%(word)s”. Write it out where it first stands: “%(plain)s”.")


@reads(
    _("Not everybody knows “%(word)s”. Simpler: “%(plain)s”."),
    kind=Kind.WORDING,
    severity=Severity.HINT,
)
def hard_word(page: Page, contents: list[Content]) -> Iterator[Spot]:
    return found(page, contents, hard_words)


@reads(
    _("“%(word)s” leaves people out. For all: “%(plain)s”."),
    kind=Kind.WORDING,
    severity=Severity.HINT,
)
def masculine_for_all(page: Page, contents: list[Content]) -> Iterator[Spot]:
    if conf.gender_sign() is not None:
        yield from found(page, contents, masculine_plurals)


@reads(UNEXPLAINED, KNOWN, kind=Kind.WORDING, severity=Severity.HINT)
def unexplained_abbreviation(page: Page, contents: list[Content]) -> Iterator[Spot]:
    for spot in found(page, contents, abbreviations):
        yield replace(spot, message=KNOWN) if spot.words["plain"] else spot


def found(page: Page, contents: list[Content], search: Search) -> Iterator[Spot]:
    """Yield what is found in a German page, each word once, and none that it explains."""
    if page.locale.language_code != "de":
        return
    seen: set[str] = set()
    for content in contents:
        for word, plain in search(content.prose):
            if word not in seen and not is_explained(word, contents):
                yield Spot(content.place, {"word": word, "plain": plain})
            seen.add(word)


def is_explained(word: str, contents: list[Content]) -> bool:
    """Say whether a word stands in brackets after its explanation, or before it."""
    return any(f"({word})" in content.prose or f"{word} (" in content.prose for content in contents)


def hard_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield hard words and phrases, each with a plain one."""
    known = vocabulary(tuple(conf.plain_words().items()))
    for match in WORD.finditer(text):
        if plain := known.plain(match[0].lower()):
            yield match[0], plain
    for match in known.phrase.finditer(text):
        yield match[0], known.words[match[0].lower()]


def abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """Yield abbreviations that not everybody knows, each written out where we know it."""
    known = vocabulary(tuple(conf.plain_words().items())).abbreviations
    for match in WORD.finditer(text):
        word = match[0].partition("-")[0]  # “ÖPNV-Ausbau”
        if known.get(word) or (ABBREVIATION.fullmatch(word) and word not in known):
            yield word, known.get(word) or ""
