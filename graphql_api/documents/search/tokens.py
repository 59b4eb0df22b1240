"""What is a word in a running text, before any language has its say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
APOSTROPHES = "'’ʼ"
JOINTS = rf"\-‐‑*:·_/{APOSTROPHES}"

# Possessive: on text such as "a(bbbb…" there is nothing to gain by trying again.
WORD = rf"(?:[^\W_][{MARKS}{INVISIBLE}]*+)++"
IN_BRACKETS = rf"\((?:[^\W\d_][{MARKS}{INVISIBLE}]*+)++\)"  # Vision(en), but not f(1)
TOKEN = re.compile(rf"{WORD}(?:[{JOINTS}]{WORD}|{IN_BRACKETS}(?:{WORD})?){{0,7}}")
BRACKETS = re.compile(r"\(([^()]*)\)")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
JOINT = re.compile(f"[{JOINTS}]")
# Bürger*innen, Bürger:innen, Bürger_in: one word, whose first part is a word as well.
GENDERED = re.compile(r"(.+)[*:_·/](?:innen|in)$")

# Ways to read a token: each the words that it stands for together.
Readings = list[tuple[str, ...]]


class Token(NamedTuple):
    """A word of a text, and where it stands in it."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in their order."""
    for found in TOKEN.finditer(text):
        yield Token(found[0], *found.span())


def readings(token: str) -> Readings:
    """Give the ways to read a token that has no apostrophe: the whole word first.

    >>> readings("Müll-Abfuhr")
    [('MüllAbfuhr',), ('Müll', 'Abfuhr')]
    """
    if "(" in token:
        whole = readings(token.replace("(", "").replace(")", ""))
        return [*whole, *readings(BRACKETS.sub("", token))]
    if gendered := GENDERED.match(token):
        return [(JOINT.sub("", token),), (JOINT.sub("", gendered[1]),)]
    parts = tuple(part for part in JOINT.split(token) if len(part) > 1)
    whole_word = JOINT.sub("", token)
    return [(whole_word,)] if parts in {(), (whole_word,)} else [(whole_word,), parts]
