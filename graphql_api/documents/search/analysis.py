"""A text's words as PostgreSQL stores them: a `tsvector`, written out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphql_api.documents.search.languages import Language, language
from graphql_api.documents.search.tokens import tokens

Text = tuple[str, str]  # its weight, "A" to "D", and what it says

# PostgreSQL counts positions up to 16,383, and holds a vector of at most a megabyte.
MOST_POSITIONS = 16_000
MOST_POSITIONS_OF_A_WORD = 20
MOST_BYTES = 600_000
MOST_LETTERS_OF_A_WORD = 64
MOST_LETTERS = 200_000
GAP = 8  # positions between two texts, so that no phrase spans both


@lru_cache(maxsize=100_000)
def readings(token: str, rules: Language) -> tuple[tuple[str, ...], ...]:
    """Give the ways to read a token of a text: each the words it stands for together."""
    return tuple(
        tuple(word[:MOST_LETTERS_OF_A_WORD] for word in words) for words in rules.readings(token)
    )


@lru_cache(maxsize=100_000)
def stem(word: str, rules: Language) -> str:
    return rules.stem(word)


def words(token: str, rules: Language) -> set[str]:
    """Give all words a token stands for."""
    return {word for reading in readings(token, rules) for word in reading}


def positions(texts: Iterable[Text], rules: Language) -> Iterator[tuple[str, int, str]]:
    """Yield each word with its position and weight; the spellings of one share its position."""
    position = 0
    for weight, text in texts:
        for token in tokens(text[:MOST_LETTERS]):
            position += 1
            if position > MOST_POSITIONS:
                return
            for word in sorted(words(token.text, rules)):
                yield word, position, weight
        position += GAP


def lexeme(locale: str, word: str) -> str:
    """Name a word in an index of all languages."""
    return f"{locale}:{word}"


def stem_lexeme(locale: str, found: str) -> str:
    return f"{locale}~{found}"


def quoted(text: str) -> str:
    """Write a lexeme as the literals of `tsvector` and `tsquery` have it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is stored of texts: their `tsvector`, written out, and their words."""

    vector: str
    words: frozenset[str]


def analysed(texts: Iterable[Text], locale: str) -> Analysis:
    """Analyse texts: each word is kept, and its stem where that is another."""
    rules = language(locale)
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    size = 0
    for word, position, weight in positions(texts, rules):
        for name in lexemes(word, locale, rules):
            if name not in found:
                size += len(name.encode()) + 2 * MOST_POSITIONS_OF_A_WORD
            if size > MOST_BYTES:
                break
            places = found.setdefault(name, [])
            if len(places) < MOST_POSITIONS_OF_A_WORD:
                places.append(f"{position}{weight}")
        seen.add(word)
    vector = " ".join(f"{quoted(name)}:{','.join(places)}" for name, places in found.items())
    return Analysis(vector, frozenset(seen))


def lexemes(word: str, locale: str, rules: Language) -> Iterator[str]:
    yield lexeme(locale, word)
    if (own := stem(word, rules)) != word:
        yield stem_lexeme(locale, own)
