"""How a rule of Leichte Sprache is declared: it reads sentence by sentence, and names words."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from vision_pages.models.easy_language import is_easy
from vision_pages.readiness.content import Content
from vision_pages.readiness.easy.sentences import sentences
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import Severity, Spot, reads
from vision_pages.readiness.words import is_explained

NAMED = 3

Find = Callable[[str], Iterator[str]]


def quoted(text: str) -> str:
    return _("“%(text)s”") % {"text": text}


def forbids(
    message: Any,
    *,
    severity: Severity = Severity.WARNING,
    show: Callable[[str], str] = quoted,
    unless_explained: bool = False,
) -> Callable[[Find], Find]:
    """Declare a rule by what finds its words in a sentence; each place is named once."""

    def register(find: Find) -> Find:
        def spots(page: Page, contents: list[Content]) -> Iterator[Spot]:
            if not is_easy(page.locale):
                return
            for content in contents:
                finds = dict.fromkeys(one for each in sentences(content) for one in find(each))
                if unless_explained:
                    finds = {word: None for word in finds if not explains(contents, word)}
                if finds:
                    yield Spot(content.place, {"found": listed([*map(show, finds)])})

        reads(message, kind=Kind.WORDING, severity=severity)(spots)
        return find

    return register


def listed(finds: list[str]) -> str:
    """Name the first finds, and say how many more there are."""
    first = ", ".join(finds[:NAMED])
    more = len(finds) - NAMED
    if more > 0:
        return _("%(first)s and %(count)s more") % {"first": first, "count": more}
    return first


def explains(contents: list[Content], word: str) -> bool:
    """Say whether a page says what a word means, as in “Digital bedeutet: mit dem Computer”."""
    text = re.escape(word)
    meaning = re.compile(
        rf"\b{text}\s+(?:bedeutet|heißt|meint)\b|\b{text}(?:\s+ist)?:\s"
        rf"|\b(?:hei(?:ß|ss)t|nennt man|Wort dafür ist)(?:\s+das)?(?:\s+auch)?:?\s+{text}\b",
        re.IGNORECASE,
    )
    return is_explained(word, contents) or any(meaning.search(one.prose) for one in contents)
