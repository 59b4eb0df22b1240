"""What a language decides about words."""

from collections.abc import Callable
from dataclasses import dataclass

from graphql_api.documents.search.folding import folded
from graphql_api.documents.search.tokens import APOSTROPHE, Readings, readings


def listed(words: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(words.split())


def unchanged(word: str) -> str:
    return word


def apart_or_joined(token: str) -> Readings:
    """Read a token with an apostrophe as one word, or as its parts."""
    return readings(token)


@dataclass(frozen=True, eq=False)
class Language:
    """The rules of one language.

    fold: gives a word as it is compared. stem: gives what all forms of a folded word share.
    apostrophe: reads a token that holds one. compounds: whether words are written together.
    keeps_beginning: whether all forms of a word begin with the same letter as their stem.
    """

    fold: Callable[[str], str] = folded
    stem: Callable[[str], str] = unchanged
    apostrophe: Callable[[str], Readings] = apart_or_joined
    stop_words: frozenset[str] = frozenset()
    compounds: bool = False
    keeps_beginning: bool = True

    def readings(self, token: str) -> Readings:
        """Give the ways to read a token, as folded words: never none of letters at all."""
        found = self.apostrophe(token) if APOSTROPHE.search(token) else readings(token)
        folded_readings = (tuple(filter(None, map(self.fold, words))) for words in found)
        return list(dict.fromkeys(words for words in folded_readings if words))
