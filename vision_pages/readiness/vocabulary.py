"""What we know of German words: hard ones with plain ones, and abbreviations written out."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("german.toml")
ENDINGS = ("n", "s", "e", "en", "es", "er", "em", "ern")
VERB = re.compile(r"ier(?:t(?:e[mnrs]?)?|end(?:e[mnrs]?)?|e|st)$")


class Vocabulary:
    """Our words with those of the site, which come first; one without a plain word is fine."""

    def __init__(self, own: dict[str, str | None]) -> None:
        known = lists()
        self.abbreviations: dict[str, str | None] = {
            **dict.fromkeys(known["known"]["words"]),
            **known["abbreviations"],
            **{word: plain for word, plain in own.items() if is_abbreviation(word)},
        }
        words = known["words"] | known["phrases"]
        words |= {word.lower(): plain for word, plain in own.items() if not is_abbreviation(word)}
        self.words: dict[str, str] = {word: plain for word, plain in words.items() if plain}
        phrases = sorted(map(re.escape, filter(is_phrase, self.words)), key=len, reverse=True)
        self.phrase = re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)

    def plain(self, word: str) -> str | None:
        """Look a word up as it stands, without an ending, and as a verb."""
        if word in self.words:
            return self.words[word]
        for ending in ENDINGS:
            if word.endswith(ending) and (plain := self.words.get(word.removesuffix(ending))):
                return plain
        return self.words.get(VERB.sub("ieren", word))


@lru_cache(maxsize=2)
def vocabulary(own: tuple[tuple[str, str | None], ...]) -> Vocabulary:
    return Vocabulary(dict(own))


@cache
def lists() -> dict[str, Any]:
    known: dict[str, Any] = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return known


def is_abbreviation(word: str) -> bool:
    """Say whether a word has capitals after its first letter."""
    return word[1:] != word[1:].lower()


def is_phrase(words: str) -> bool:
    return " " in words
