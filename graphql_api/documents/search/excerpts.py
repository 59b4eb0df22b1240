"""Where in a text the words stand that were searched for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphql_api.documents.search.analysis import stem, words
from graphql_api.documents.search.languages import Language, language
from graphql_api.documents.search.queries import LEAST_OF_A_PREFIX, Phrase, Query
from graphql_api.documents.search.tokens import tokens

WINDOW = 240  # letters of an excerpt
BEFORE = 60  # letters of it before the first word found
CUT = "…"


class Piece(NamedTuple):
    """A piece of an excerpt: a word found, or what stands between two of them."""

    text: str
    marked: bool


class Place(NamedTuple):
    """Where a word stands that was searched for: its letters, and which word of the query it is."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a query, in all its forms."""

    words: frozenset[str]
    stems: frozenset[str]
    beginnings: tuple[str, ...]

    def matches(self, word: str, rules: Language) -> bool:
        return (
            word in self.words or word.startswith(self.beginnings) or self.shares_stem(word, rules)
        )

    def shares_stem(self, word: str, rules: Language) -> bool:
        """Say whether a word has one of the stems; few words are worth stemming to know it."""
        return any(word[0] == wanted[0] or not rules.keeps_beginning for wanted in self.stems) and (
            stem(word, rules) in self.stems
        )


def wanted(query: Query, least: int) -> list[Wanted]:
    """Give the words of a query in the forms that are found: from `least` letters on, begun."""
    found = []
    for part in query.parts:
        if isinstance(part, Phrase):
            found += [Wanted(frozenset({word}), frozenset(), ()) for word in part.words]
            continue
        said = [word for reading in part.readings for word in reading]
        found.append(
            Wanted(
                frozenset({*(word.text for word in said), *part.related}),
                frozenset(word.stem for word in said),
                tuple(word.text for word in said if len(word.text) >= least),
            )
        )
    return found


def places(text: str, query: Query, least: int = LEAST_OF_A_PREFIX) -> list[Place]:
    """Find the words of a query in a text."""
    rules = language(query.locale)
    asked = wanted(query, least)
    known: dict[str, int | None] = {}
    found = []
    for token in tokens(text):
        if token.text not in known:
            forms = words(token.text, rules)
            matching = (
                n for n, one in enumerate(asked) if any(one.matches(word, rules) for word in forms)
            )
            known[token.text] = next(matching, None)
        if (number := known[token.text]) is not None:
            found.append(Place(token.start, token.end, number))
    return found


def marked(text: str, query: Query, least: int = LEAST_OF_A_PREFIX) -> list[Piece]:
    """Give a whole text in pieces."""
    return list(pieces(text, places(text, query, least), 0, len(text)))


def excerpt(text: str, query: Query) -> list[Piece]:
    """Give the part of a text that holds most of the query's words; its beginning if none."""
    text = text.replace("\n", " ")
    found = places(text, query)
    start, end = window(text, found)
    return [
        *([Piece(f"{CUT} ", marked=False)] if start else []),
        *pieces(text, found, start, end),
        *([Piece(f" {CUT}", marked=False)] if end < len(text) else []),
    ]


def window(text: str, found: Sequence[Place]) -> tuple[int, int]:
    """Choose which part of a text to show: whole words, about as long as `WINDOW`."""
    start = 0
    if found:
        best = max(range(len(found)), key=lambda first: (rank(found, first), -first))
        start = max(0, found[best].start - BEFORE)
    start = min(start, max(0, len(text) - WINDOW))
    return word_start(text, start), word_end(text, start + WINDOW)


def rank(found: Sequence[Place], first: int) -> int:
    """Count the different words in a window that begins with a place."""
    end = found[first].start + WINDOW - BEFORE
    numbers = set()
    for place in found[first:]:
        if place.end > end:
            break
        numbers.add(place.number)
    return len(numbers)


def word_start(text: str, at: int) -> int:
    """Give the beginning of the first whole word from a place on."""
    if at == 0 or text[at - 1].isspace():
        return at
    space = next((n for n in range(at, min(at + BEFORE, len(text))) if text[n].isspace()), at - 1)
    return space + 1


def word_end(text: str, at: int) -> int:
    """Give the end of the last whole word until a place."""
    if at >= len(text):
        return len(text)
    return next((n for n in range(at, max(at - BEFORE, 0), -1) if text[n].isspace()), at)


def pieces(text: str, found: Iterable[Place], start: int, end: int) -> Iterable[Piece]:
    at = start
    for place in found:
        if place.start < start or place.end > end:
            continue
        if place.start > at:
            yield Piece(text[at : place.start], marked=False)
        yield Piece(text[place.start : place.end], marked=True)
        at = place.end
    if at < end:
        yield Piece(text[at:end], marked=False)
