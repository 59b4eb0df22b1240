"""What somebody typed, as expressions over words: nothing of it is ever parsed by PostgreSQL."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphql_api.documents.search.analysis import (
    lexeme,
    quoted,
    readings,
    stem,
    stem_lexeme,
)
from graphql_api.documents.search.languages import language
from graphql_api.documents.search.tokens import tokens

MOST_LETTERS = 300
MOST_WORDS = 12
LEAST_OF_A_PREFIX = 3

QUOTED = re.compile('["„“”«»]([^"„“”«»]*)["„“”«»]')


class Word(NamedTuple):
    """A folded word with its stem."""

    text: str
    stem: str


Reading = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word that was typed: the ways to read it, and the words of documents it may stand for.

    known: whether a document has it, or a word that begins so; else `related` are corrections.
    """

    typed: str
    readings: tuple[Reading, ...]
    related: tuple[str, ...] = ()
    known: bool = True

    def expression(self, locale: str, form: str) -> str:
        """Write the term as a `tsquery`: "exact" words, their "stem", or all "related"."""
        found = [
            every(word_expression(word, locale, form) for word in reading)
            for reading in self.readings
        ]
        if form == "related":
            found += [quoted(lexeme(locale, word)) for word in self.related]
        return some(found)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that were typed between quotation marks: exactly these, one after the other."""

    words: tuple[str, ...]

    def expression(self, locale: str, form: str) -> str:
        return "(" + " <-> ".join(quoted(lexeme(locale, word)) for word in self.words) + ")"


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for in one language."""

    locale: str
    parts: tuple[Term | Phrase, ...]

    @property
    def terms(self) -> list[Term]:
        return [part for part in self.parts if isinstance(part, Term)]

    def every(self, form: str) -> str:
        """All parts occur."""
        return every(part.expression(self.locale, form) for part in self.parts)

    def some(self, form: str) -> str:
        """One of the parts occurs."""
        return some(part.expression(self.locale, form) for part in self.parts)

    def beginning(self) -> str:
        """All parts occur, and the last one may only have been begun."""
        *whole, last = self.parts
        found = [part.expression(self.locale, "stem") for part in whole]
        if isinstance(last, Term):
            begun = (quoted(lexeme(self.locale, reading[-1].text)) for reading in last.readings)
            found.append(some([last.expression(self.locale, "stem"), *(f"{w}:*" for w in begun)]))
        else:
            found.append(last.expression(self.locale, "stem"))
        return every(found)


def word_expression(word: Word, locale: str, form: str) -> str:
    found = [quoted(lexeme(locale, word.text))]
    if form != "exact":
        found.append(quoted(stem_lexeme(locale, word.stem)))
        if word.stem != word.text:
            found.append(quoted(lexeme(locale, word.stem)))
    if form == "related" and len(word.text) >= LEAST_OF_A_PREFIX:
        found.append(quoted(lexeme(locale, word.text)) + ":*")
    return some(found)


def every(expressions: Iterable[str]) -> str:
    return "(" + " & ".join(expressions) + ")"


def some(expressions: Iterable[str]) -> str:
    return "(" + " | ".join(expressions) + ")"


def parsed(text: str, locale: str) -> Query:
    """Read a query; one that holds no word has no parts."""
    cut = text[:MOST_LETTERS]
    said = [part for part in parts(cut, locale) if part is not None]
    stop_words = language(locale).stop_words
    telling = [part for part in said if not is_silent(part, stop_words)]
    return Query(locale, tuple(limited(telling or said)))


def parts(text: str, locale: str) -> Iterator[Term | Phrase | None]:
    """Yield words and phrases in the order in which they were typed."""
    end = 0
    for found in QUOTED.finditer(text):
        yield from terms(text[end : found.start()], locale)
        yield phrase(found[1], locale)
        end = found.end()
    yield from terms(text[end:], locale)


def terms(text: str, locale: str) -> Iterator[Term]:
    rules = language(locale)
    for token in tokens(text):
        found = tuple(
            tuple(Word(word, stem(word, rules)) for word in reading)
            for reading in readings(token.text, rules)
        )
        if found:
            yield Term(token.text, found)


def phrase(text: str, locale: str) -> Phrase | None:
    """Give a phrase; one of a single word is that word, exactly."""
    rules = language(locale)
    found = [readings(token.text, rules) for token in tokens(text)]
    words = tuple(reading[0][0] for reading in found if reading)
    return Phrase(words) if words else None


def is_silent(part: Term | Phrase, stop_words: frozenset[str]) -> bool:
    return isinstance(part, Term) and all(
        word.text in stop_words for reading in part.readings for word in reading
    )


def limited(found: list[Term | Phrase]) -> Iterator[Term | Phrase]:
    """Yield parts until there are as many words as a query may have."""
    words = 0
    for part in found:
        words += len(part.words) if isinstance(part, Phrase) else 1
        if words > MOST_WORDS:
            return
        yield part
