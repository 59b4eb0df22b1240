"""Snowball's stemmers, for the languages that have no rules of their own here."""

from collections.abc import Callable
from threading import local
from typing import Any

import snowballstemmer

ALGORITHMS = {
    "ca": "catalan",
    "da": "danish",
    "el": "greek",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "hu": "hungarian",
    "hy": "armenian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
}

# A stemmer keeps the word it is at, so each thread has its own.
_stemmers = local()


def stemmer(algorithm: str) -> Callable[[str], str]:
    """Give the function that stems a folded word."""

    def stem(word: str) -> str:
        own: Any = getattr(_stemmers, algorithm, None)
        if own is None:
            own = snowballstemmer.stemmer(algorithm)
            setattr(_stemmers, algorithm, own)
        return str(own.stemWord(word))

    return stem
