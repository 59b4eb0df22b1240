"""Turkish: dotted and dotless i meet; endings are taken off one by one."""

import re

from graphql_api.documents.search.folding import suffixes
from graphql_api.documents.search.languages.language import Language, listed
from graphql_api.documents.search.tokens import APOSTROPHE, Readings, readings

# Of folded words: ı is i, ü is u, ş is s.
ENDINGS = suffixes(
    """a e i u ya ye yi yu in un nin nun im um da de ta te dan den tan ten nda nde ndan nden la le
    yla yle si su lar ler lari leri larin lerin larda lerde lardan lerden lara lere imiz umuz iniz
    unuz daki deki li lu lik luk"""
)
VOWEL = re.compile("[aeiou]")
SOFTENED = {"b": "p", "c": "c", "d": "t", "g": "k"}
LEAST = 3

STOP_WORDS = listed(
    """ama bir bu cok da daha de gibi icin ile ise ki mi ne o olan olarak sonra su ve veya ya"""
)


def stem(word: str) -> str:
    """Take off endings while at least three letters with a vowel are left."""
    left = word
    while (found := ENDINGS.search(left)) and is_stem(left[: found.start()]):
        left = left[: found.start()]
    return left[:-1] + SOFTENED.get(left[-1], left[-1])


def is_stem(rest: str) -> bool:
    return len(rest) >= LEAST and VOWEL.search(rest) is not None


def apostrophe(token: str) -> Readings:
    """Read a name with its ending: İstanbul'da is the name, and the word as it stands."""
    return [*readings(APOSTROPHE.split(token)[0]), *readings(APOSTROPHE.sub("", token))]


TURKISH = Language(stem=stem, apostrophe=apostrophe, stop_words=STOP_WORDS)
