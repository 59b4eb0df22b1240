"""The words of all documents: what a typed word may stand for beside itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graphql_api.documents import reading
from graphql_api.documents.search.distance import distance
from graphql_api.documents.search.languages import language
from graphql_api.documents.search.queries import LEAST_OF_A_PREFIX, Query, Term
from graphql_api.documents.tags import PAGES, note

MOST_COMPOUNDS = 100
MOST_NEIGHBOURS = 8
MOST_CANDIDATES = 60
LEAST_INSIDE = 5  # letters a word must have to be looked for anywhere in another
LEAST_AT_THE_END = 3
LEAST_MISSPELT = 4
LEAST_BEGINNING = 6
TWO_ERRORS = 8  # letters from which on two typing errors are forgiven
LAST_LETTER = "\U0010ffff"

# Whether a document has the word, its stem, or what begins so; and the words it is a part of.
LOOK_UP = """(SELECT {n}, EXISTS (SELECT FROM graphql_api_searchword k
    WHERE k.locale = %(locale{n})s AND k.word >= %(word{n})s AND k.word <= %(last{n})s
  ) OR EXISTS (SELECT FROM graphql_api_searchword k
    WHERE k.locale = %(locale{n})s AND k.stem = %(stem{n})s
  ), ARRAY({compounds}))"""
NO_COMPOUNDS = "SELECT NULL::text WHERE FALSE"
COMPOUNDS = """SELECT w.word FROM graphql_api_searchword w
  WHERE w.locale = %(locale{n})s AND w.word <> %(word{n})s AND ({where})
  ORDER BY length(w.word), w.word LIMIT {most}"""
INSIDE = "w.word LIKE '%%' || %(word{n})s || '%%'"
# At the end of a stem, if what stands before it is a word too, with or without a linking letter:
# `rat` is in Stadtrat, but neither in Verrat nor in Heirat.
AT_THE_END = """w.word LIKE '%%' || %(stem{n})s || '%%' AND w.stem LIKE '_%%' || %(stem{n})s
  AND EXISTS (
    SELECT FROM unnest(ARRAY['', 's', 'n', 'en', 'es', 'er', 'e']) AS link
    JOIN graphql_api_searchword r ON r.locale = w.locale
      AND r.word || link = left(w.stem, -length(%(stem{n})s))
      AND r.word = left(w.stem, -length(%(stem{n})s || link))
    WHERE length(r.word) >= 3)"""

NEIGHBOURS = f"""(SELECT {{n}}, w.word FROM graphql_api_searchword w
  WHERE w.locale = %(locale{{n}})s AND w.word %% %(word{{n}})s
  ORDER BY similarity(w.word, %(word{{n}})s) DESC, w.word LIMIT {MOST_CANDIDATES})"""
BEGINNINGS = f"""(SELECT {{n}}, w.word FROM graphql_api_searchword w
  WHERE w.locale = %(locale{{n}})s AND %(word{{n}})s <%% w.word
  ORDER BY word_similarity(%(word{{n}})s, w.word) DESC, w.word LIMIT {MOST_NEIGHBOURS})"""


@dataclass(slots=True)
class Asked:
    """A term with its language, under a number."""

    n: int
    locale: str
    term: Term

    @property
    def word(self) -> str:
        return self.term.readings[0][0].text

    @property
    def stem(self) -> str:
        return self.term.readings[0][0].stem

    def parameters(self) -> dict[str, Any]:
        last = self.word + LAST_LETTER if len(self.word) >= LEAST_OF_A_PREFIX else self.word
        named = {"locale": self.locale, "word": self.word, "stem": self.stem, "last": last}
        return {f"{name}{self.n}": value for name, value in named.items()}


def widened(queries: list[Query]) -> list[Query]:
    """Give queries whose terms know the words of documents that they may stand for.

    These are compounds, in the languages that have them; and for a word that no document has, the
    words it may be a misspelling of. Costs one statement, and another where something is misspelt.
    """
    pairs = ((query.locale, term) for query in queries for term in query.terms)
    asked = [Asked(n, locale, term) for n, (locale, term) in enumerate(pairs)]
    if not asked:
        return queries
    note(PAGES)
    known = look_up(asked)
    unknown = [one for one in asked if one.n not in known and is_misspelt(one)]
    related = {**known, **(neighbours(unknown) if unknown else {})}
    terms = iter(
        replace(one.term, related=related.get(one.n, ()), known=one.n in known) for one in asked
    )
    return [
        replace(
            query,
            parts=tuple(next(terms) if isinstance(part, Term) else part for part in query.parts),
        )
        for query in queries
    ]


def look_up(asked: list[Asked]) -> dict[int, tuple[str, ...]]:
    """Give, for each term of which documents have anything, the compounds it is a part of."""
    found = fetched(asked, lambda one: LOOK_UP.format(n=one.n, compounds=compounds(one)))
    return {n: tuple(words) for n, known, words in found if known or words}


def compounds(one: Asked) -> str:
    if not language(one.locale).compounds:
        return NO_COMPOUNDS
    ways = [INSIDE] if len(one.word) >= LEAST_INSIDE else []
    ways += [AT_THE_END] if len(one.stem) >= LEAST_AT_THE_END else []
    where = " OR ".join(f"({way.format(n=one.n)})" for way in ways) or "FALSE"
    return COMPOUNDS.format(n=one.n, where=where, most=MOST_COMPOUNDS)


def is_misspelt(one: Asked) -> bool:
    """Say whether a word that nobody wrote can be a misspelling: not if it is short or of parts."""
    return len(one.term.readings) == 1 and len(one.word) >= LEAST_MISSPELT


def neighbours(asked: list[Asked]) -> dict[int, tuple[str, ...]]:
    """Give the words that each may be a misspelling of, or of whose beginning."""

    def sql(one: Asked) -> str:
        beginnings = f" UNION ALL {BEGINNINGS.format(n=one.n)}"
        return NEIGHBOURS.format(n=one.n) + (beginnings if len(one.word) >= LEAST_BEGINNING else "")

    candidates: dict[int, list[str]] = {one.n: [] for one in asked}
    for n, word in fetched(asked, sql):
        candidates[n].append(word)
    return {one.n: tuple(nearest(one.word, candidates[one.n])) for one in asked}


def nearest(word: str, candidates: list[str]) -> list[str]:
    """Choose the words with the fewest errors between; without any, those that begin alike."""
    allowed = 2 if len(word) >= TWO_ERRORS else 1
    errors = {other: distance(word, other) for other in candidates}
    near = sorted((count, other) for other, count in errors.items() if count <= allowed)
    if not near and len(word) >= LEAST_BEGINNING:
        near = sorted(
            (count, other)
            for other in candidates
            if (count := distance(word, other[: len(word)])) <= allowed
        )
    return [other for _, other in near[:MOST_NEIGHBOURS]]


def fetched(asked: list[Asked], sql: Any) -> Iterator[tuple[Any, ...]]:
    """Run one statement for all of `asked`."""
    parameters = {name: value for one in asked for name, value in one.parameters().items()}
    yield from reading.fetch(" UNION ALL ".join(map(sql, asked)), parameters)
