"""Folding: the many ways to write a letter become one."""

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ʼ": ""})


def folded(text: str) -> str:
    """Fold what no language tells apart: width, case, digits, marks on Latin letters."""
    return without_marks(lowered(text))


def lowered(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def without_marks(text: str) -> str:
    """Drop marks of Latin letters, and all that is neither letter nor digit."""
    if text.isascii() and text.isalnum():
        return text
    letters: list[str] = []
    for char in text.translate(LIGATURES):
        apart = unicodedata.normalize("NFD", char)
        if len(apart) > 1 and apart[0].isascii():
            letters.append(apart[0])
        elif char.isdigit():
            letters.append(str(unicodedata.digit(char)))
        elif char.isalnum():
            letters.append(char)
    return "".join(letters)


def suffixes(endings: str) -> re.Pattern[str]:
    """Give the pattern of a word's longest ending; the space between them is layout."""
    found = sorted(endings.split(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(found)})$")
