"""The documents found: counted by facets, ranked, and a page of them, in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from graphql_api.documents import reading
from graphql_api.documents.choosing import in_chain
from graphql_api.documents.listing import Window
from graphql_api.documents.reading import FILTERED, FROM, READABLE, Moment, columns
from graphql_api.documents.rows import Row
from graphql_api.documents.search.queries import Query, some
from graphql_api.documents.tags import PAGES, note

# So many are ranked by all their words; of those behind them the title decides, then the year.
MOST_RANKED = 200
EXCERPT_LETTERS = 20_000  # of a text that are looked through for an excerpt

# Of a page only the best language of those asked for is found, as everywhere. The OR keeps it a
# look-up for each hit in another language: as a join it would read all entries for a few hits.
SERVED = f"""(d.locale = %(locale)s OR NOT EXISTS (
  SELECT FROM graphql_api_searchentry o WHERE o.key = d.key
    AND array_position(%(chain)s::text[], o.locale) < array_position(%(chain)s::text[], d.locale)
    AND {READABLE.replace("d.", "o.")}))"""
FILTERED = f"""d.document_id IN (
  SELECT d.id FROM (SELECT d.id, {FILTERED} {FROM}) d WHERE {{filter}})"""

# A facet's counts leave out what is chosen of it, so that one may choose otherwise.
PAGE = f"""WITH matched AS MATERIALIZED (
  SELECT d.document_id, d.kind, d.year, d.rank,
    (%(types)s::text[] IS NULL OR d.kind = ANY(%(types)s)) AS of_types,
    (%(years)s::int[] IS NULL OR d.year = ANY(%(years)s)) IS TRUE AS of_years
  FROM graphql_api_found(%(wanted)s::tsquery, %(ranks)s::tsquery[]) d
  WHERE {READABLE} AND {{conditions}}
), best AS (
  SELECT document_id, rank, row_number() OVER () AS place FROM (
    SELECT document_id, rank FROM matched WHERE of_types AND of_years
    ORDER BY rank DESC, year DESC NULLS LAST, document_id
    LIMIT GREATEST({MOST_RANKED}, %(start)s + %(size)s)) best
), scored AS (
  SELECT b.document_id, b.place, CASE WHEN b.place <= {MOST_RANKED} THEN
    2 * b.rank + ts_rank('{{{{0.1, 0.3, 0.4, 1}}}}', e.vector, %(some)s::tsquery) END AS score
  FROM best b JOIN graphql_api_searchentry e USING (document_id)
), page AS (
  SELECT document_id, row_number() OVER (ORDER BY score DESC NULLS LAST, place) AS place
  FROM scored ORDER BY 2 OFFSET %(start)s LIMIT %(size)s
)
SELECT (SELECT count(*)::int FROM matched WHERE of_types AND of_years),
  (SELECT jsonb_object_agg(kind, n) FROM (
    SELECT kind, count(*) AS n FROM matched WHERE of_years GROUP BY kind) t),
  (SELECT jsonb_object_agg(year, n) FROM (
    SELECT year, count(*) AS n FROM matched WHERE of_types AND year IS NOT NULL GROUP BY year) t),
  documents.*
FROM (SELECT) AS one LEFT JOIN (
  SELECT page.place, left(e.text, {EXCERPT_LETTERS}) AS text, {{columns}}
  {FROM} JOIN page ON page.document_id = d.id
    JOIN graphql_api_searchentry e ON e.document_id = d.id
) documents ON TRUE ORDER BY documents.place"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, with the text that its excerpt is cut from."""

    row: Row
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, and how much was found in all."""

    hits: Sequence[Hit] = ()
    start: int = 0
    total: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched: a query in each language of a chain, best first, and what limits it.

    conditions: SQL over `d`, an entry. filter: SQL over `d`, a document. Both by `parameters`.
    whole: documents with the texts that cards leave out.
    """

    queries: Sequence[Query]
    types: Sequence[str] | None = None
    years: Sequence[int] | None = None
    conditions: Sequence[str] = ()
    filter: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False

    @property
    def chain(self) -> tuple[str, ...]:
        return tuple(query.locale for query in self.queries)

    def page(self, window: Window, moment: Moment) -> Hits:
        """Read a page of the hits in one statement; none where nothing is asked."""
        note(PAGES)
        asking = [query for query in self.queries if query.parts]
        if not asking:
            return Hits(start=window.start)
        conditions = list(self.conditions)
        conditions += [SERVED] if len(self.queries) > 1 else []
        conditions += [FILTERED.format(filter=self.filter)] if self.filter else []
        sql = PAGE.format(
            conditions=" AND ".join(f"({one})" for one in conditions) or "TRUE",
            columns=columns("TRUE" if self.whole else "FALSE"),
        )
        asked = {
            **expressions(asking),
            "locale": self.chain[0],
            "chain": list(self.chain),
            "types": None if self.types is None else list(self.types),
            "years": None if self.years is None else list(self.years),
            "start": window.start,
            "size": window.size,
        }
        return self.read(
            reading.fetch(sql, {**moment.parameters(), **self.parameters, **asked}), window
        )

    def read(self, found: Sequence[tuple[Any, ...]], window: Window) -> Hits:
        total, types, years = found[0][:3]
        hits = [
            Hit(in_chain(Row(*columns), self.chain), text)
            for _, _, _, place, text, *columns in found
            if place is not None
        ]
        return Hits(hits, window.start, total, counts(types), years_of(counts(years)))


def expressions(queries: Sequence[Query]) -> dict[str, Any]:
    """Write what is matched, and the four expressions over a title that rank, the best first."""
    return {
        "wanted": some(query.every("related") for query in queries),
        "some": some(query.some("stem") for query in queries),
        "ranks": [
            some(query.every(form) for query in queries) for form in ("exact", "stem", "related")
        ]
        + [some(query.some("related") for query in queries)],
    }


def counts(text: str | None) -> dict[str, int]:
    return {} if text is None else orjson.loads(text)


def years_of(found: dict[str, int]) -> dict[int, int]:
    return {int(year): count for year, count in found.items()}
