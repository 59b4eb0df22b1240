"""In which order titles stand in each language, whatever the database was built with.

A sort key is compared byte by byte: the title without what only ties, then the title itself.
"""

import unicodedata
from functools import cache

TIE = "\x01"
BEFORE_LETTERS = 0x100  # room for digits and space before a language's own alphabet

ALPHABETS = {
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
SAME = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا"}
    | {"ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ـ": ""}
)


def sort_key(title: str, locale: str) -> str:
    """Give what orders a title in its language.

    >>> sorted(["Zebra", "Öl", "oben", "Äpfel", "Apfel"], key=lambda word: sort_key(word, "de"))
    ['Apfel', 'Äpfel', 'oben', 'Öl', 'Zebra']
    """
    code = locale.partition("-")[0].lower()
    lower = lowered(title, code)
    primary = spelt(lower, alphabet(code)) if code in ALPHABETS else without_marks(lower)
    return f"{primary.strip()}{TIE}{lower}".replace("\x00", "")


def lowered(title: str, code: str) -> str:
    """Give a title in small letters: a Turkish I is the capital of ı."""
    text = unicodedata.normalize("NFC", title)
    if code == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", text.casefold())


def without_marks(text: str) -> str:
    return "".join(
        char
        for char in unicodedata.normalize("NFD", text.translate(SAME))
        if char.isalnum() or char.isspace()
    )


def spelt(text: str, places: dict[str, str]) -> str:
    """Write each letter as its place in the alphabet; letters of others as in plain order."""
    return "".join(
        places.get(char) or without_marks(char) for char in text if char.isalnum() or char == " "
    )


@cache
def alphabet(code: str) -> dict[str, str]:
    return {char: chr(BEFORE_LETTERS + place) for place, char in enumerate(ALPHABETS[code])}
