"""Arabic: without vowel signs, with one form of alif; the article is taken off."""

import re

from graphql_api.documents.search.folding import folded, suffixes
from graphql_api.documents.search.languages.language import Language, listed

LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ـ": None}
)
ARTICLE = re.compile("^(?:وال|بال|كال|فال|ولل|لل|ال)(?=.{3})")
ENDINGS = suffixes("ات ون ين ان ها هم نا كم يه ه ي")
LEAST = 3

STOP_WORDS = listed(
    """الي ان او اي اذا التي الذي الذين ثم عن علي في قد كان كل لا لم ما مع من منذ هذا هذه هل هو
    هي و"""
)


def fold(word: str) -> str:
    return folded(word).translate(LETTERS)


def stem(word: str) -> str:
    """Take off the article and what is written before it, then the longest ending."""
    rest = ARTICLE.sub("", word)
    found = ENDINGS.search(rest)
    while found and found.start() < LEAST:
        found = ENDINGS.search(rest, found.start() + 1)
    return rest[: found.start()] if found else rest


ARABIC = Language(fold=fold, stem=stem, stop_words=STOP_WORDS, keeps_beginning=False)
