"""Neutral words for people, where one fits wherever the gendered one does."""

import re
from collections.abc import Iterator
from functools import cache

from vision_pages.readiness.vocabulary import lists

# What a masculine plural stands after; “der Teilnehmer” may be one man.
BEFORE = r"(?:die|alle|viele|einige|mehrere|zahlreiche|unsere|ihre|beide|[2-9]|\d\d+)"
# A form for all begins with the same letters.
AFTER = r"(?![\w*:·(/-])(?!\s+(?:und|oder|bzw\.|sowie)\s+\w+in(?:nen)?\b)"


def neutral(stem: str, ending: str) -> str:
    """Give a neutral word for “Teilnehmer” + “innen”, alone or at the end of another word."""
    known = lists()["people" if ending == "innen" else "person"]
    word = stem.lower()
    if word in known:
        return known[word]
    for start in range(3, len(word) - 5):
        if (found := known.get(word[start:])) and " " not in found:
            return stem[:start] + found.lower()
    return ""


def masculine_plurals(text: str) -> Iterator[tuple[str, str]]:
    """Yield each masculine plural that means everybody, and a neutral word."""
    for match in plurals().finditer(text):
        yield match["word"], lists()["masculine"][match["stem"].lower()]


@cache
def plurals() -> re.Pattern[str]:
    stems = "|".join(lists()["masculine"])
    return re.compile(
        rf"\b{BEFORE}\s+(?:\w+en\s+|\w+e\s+)?(?P<word>(?P<stem>{stems})){AFTER}", re.IGNORECASE
    )
