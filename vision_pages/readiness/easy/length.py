"""Sentences that are too long, or say too much at once."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vision_pages.readiness.easy.rules import forbids

WORDS = 12
SHOWN = 4
COMMA = re.compile(r",(?!\d)")


def opening(sentence: str) -> str:
    """Name a sentence by its first words, and say how long it is."""
    words = {"start": " ".join(sentence.split()[:SHOWN]), "count": len(words_of(sentence))}
    return _("“%(start)s …” (%(count)s words)") % words


@forbids(
    gettext_lazy("A sentence has 12 words at most. Divide it into shorter ones: %(found)s."),
    show=opening,
)
def long_sentences(sentence: str) -> Iterator[str]:
    if len(words_of(sentence)) > WORDS:
        yield sentence


@forbids(
    gettext_lazy("A sentence says one thing. Divide it, or make it a list: %(found)s."),
    show=opening,
)
def several_statements(sentence: str) -> Iterator[str]:
    if ";" in sentence or len(COMMA.findall(sentence)) > 1:
        yield sentence


def words_of(sentence: str) -> list[str]:
    """Give the words and numbers of a sentence; “Ober-Bürgermeisterin” is one."""
    return [word for word in sentence.split() if any(map(str.isalnum, word))]
