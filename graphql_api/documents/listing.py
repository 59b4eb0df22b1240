"""Lists of documents: filtered, ordered, counted and cut into pages in one statement."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from graphql_api import conf
from graphql_api.documents.choosing import in_chain
from graphql_api.documents.reading import (
    FILTERED,
    FROM,
    READABLE,
    Moment,
    columns,
    fetch,
    row,
)
from graphql_api.documents.rows import Part, Row
from graphql_api.documents.tags import note_listed
from graphql_api.errors import InvalidArgument, InvalidCursor, LimitExceeded

PREFIX = "offset:"
LAST_OFFSET = 2**31
ELEMENTS = "CROSS JOIN LATERAL jsonb_array_elements(d.data->%(elements)s) e"

SAID = f"d.id, {FILTERED}, d.sort_key"
OF_KIND = f"WHERE {READABLE} AND d.kind = %(kind)s"
IN_LANGUAGES = f"{OF_KIND} AND d.locale = ANY(%(locales)s)"

# By equality, so that an index gives the order.
IN_ONE = f"SELECT {SAID}, d.position AS place {FROM} {OF_KIND} AND d.locale = %(locale)s"

# Of each document the best language of those asked for. Each language has a tree of its own, so in
# a list of several the tree of the last one says what stands where.
IN_THE_BEST = f"""SELECT DISTINCT ON (d.key) {SAID},
    last_value(d.position) OVER (
      PARTITION BY d.key ORDER BY array_position(%(locales)s::text[], d.locale)
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS place
  {FROM} {IN_LANGUAGES}
  ORDER BY d.key, array_position(%(locales)s::text[], d.locale)"""

# What the filter leaves is counted and put in order; only of a page more than that is read.
COUNTED = """WITH matched AS MATERIALIZED (
  SELECT d.id, row_number() OVER (ORDER BY {order}) AS rank, {element} AS element
  FROM ({served}) d {elements} WHERE {where}
), bounds AS (
  SELECT n, LEAST(COALESCE(%(before)s, n), n) AS stop
  FROM (SELECT count(*)::int AS n FROM matched) total
)
SELECT bounds.n, page.* FROM bounds LEFT JOIN LATERAL (
  SELECT m.rank, m.element, {columns} {from} JOIN (
    SELECT * FROM matched ORDER BY rank
    OFFSET GREATEST(%(start)s, COALESCE(bounds.stop - %(last)s, 0))
    LIMIT GREATEST(0, LEAST(%(size)s, bounds.stop - %(start)s))
  ) m ON m.id = d.id
) page ON TRUE ORDER BY page.rank"""

# No more is looked at than the page has, and one that says whether the list goes on.
UNCOUNTED = """SELECT NULL::int, m.rank, m.element, {columns} {from} JOIN (
  SELECT row_number() OVER () AS rank, found.* FROM (
    SELECT d.id, {element} AS element FROM ({served}) d {elements} WHERE {where}
    ORDER BY {order} OFFSET %(start)s LIMIT %(most)s
  ) found
) m ON m.id = d.id ORDER BY m.rank"""


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list is wanted: Relay's arguments, and `offset` for numbered pages."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None
    offset: int | None = None

    def checked(self) -> "Window":
        for name in ("first", "last", "offset"):
            value = getattr(self, name)
            if value is not None and value < 0:
                raise InvalidArgument(f"`{name}` must not be negative.")
        if self.first is not None and self.last is not None:
            raise InvalidArgument("Ask for `first` or `last`, not for both.")
        if self.size > conf.max_page_size():
            raise LimitExceeded("page_size", conf.max_page_size(), self.size)
        for named in filter(None, (self.after, self.before)):
            offset_of(named)
        return self

    @property
    def start(self) -> int:
        return (0 if self.after is None else offset_of(self.after) + 1) + (self.offset or 0)

    @property
    def stop(self) -> int | None:
        return None if self.before is None else offset_of(self.before)

    @property
    def size(self) -> int:
        if self.last is not None:
            return self.last
        return conf.page_size() if self.first is None else self.first


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list: its rows, where it begins, and how many there are in all.

    total: None where nobody asks; then `more` says whether there are others behind.
    """

    rows: Sequence[Row | Part]
    start: int
    total: int | None
    more: bool = False

    @property
    def goes_on(self) -> bool:
        return self.more if self.total is None else self.start + len(self.rows) < self.total

    @property
    def has_begun(self) -> bool:
        """Whether there are others before."""
        return self.start > 0 and bool(self.rows or self.total or self.more)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: of which kind, in which languages, filtered by SQL over `d`, in which order.

    elements: the name of an inline relation whose rows, as `e`, are listed instead. whole: with
    the texts that cards leave out.
    """

    kind: str
    chain: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    order: str = "d.place, d.key"
    elements: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False

    def page(self, window: Window, moment: Moment, *, counted: bool = True) -> Page:
        """Read a page of the list in one statement; how many there are, if it is `counted`.

        From its end, and behind its end, it cannot be read without.
        """
        note_listed((self.kind,), self.chain)
        if not counted and window.last is None:
            page = self.uncounted(window, moment)
            if page.rows or not window.start:
                return page
        found = self.read(COUNTED, moment, {
            "before": window.stop, "start": window.start, "last": window.last, "size": window.size,
        })  # fmt: skip
        total = found[0][0]
        return Page(self.rows(found), start_of(window, total), total)

    def uncounted(self, window: Window, moment: Moment) -> Page:
        room = window.size if window.stop is None else window.stop - window.start
        size = max(0, min(window.size, room))
        rows = self.rows(self.read(UNCOUNTED, moment, {"start": window.start, "most": size + 1}))
        return Page(rows[:size], window.start, None, more=len(rows) > size)

    def read(
        self, sql: str, moment: Moment, window: Mapping[str, int | None]
    ) -> list[tuple[Any, ...]]:
        written = sql.format(
            served=self.served,
            where=" AND ".join(f"({condition})" for condition in self.conditions) or "TRUE",
            order=self.order,
            element="e.value" if self.elements else "NULL::jsonb",
            elements=ELEMENTS if self.elements else "",
            columns=columns("TRUE" if self.whole else "FALSE"),
            **{"from": FROM},
        )
        given = {**moment.parameters(), **self.given(), **window}
        return fetch(written, given)

    def given(self) -> dict[str, Any]:
        """Give the parameters of what is listed."""
        return {
            **self.parameters,
            "kind": self.kind,
            "locale": self.chain[0],
            "locales": list(self.chain),
            "elements": self.elements,
        }

    def rows(self, found: list[tuple[Any, ...]]) -> list[Row | Part]:
        return [self.listed(values[1:]) for values in found if values[1] is not None]

    @property
    def served(self) -> str:
        """Select the documents of this kind, each in the language in which it is served."""
        return IN_ONE if len(self.chain) == 1 else IN_THE_BEST

    def listed(self, values: tuple[Any, ...]) -> Row | Part:
        """Give a document, or the inline row of it that is listed."""
        _rank, element, *columns = values
        found = in_chain(row(tuple(columns)), self.chain)
        return found.part(orjson.loads(element)) if self.elements else found


def start_of(window: Window, total: int) -> int:
    """Say at which place of the list a page begins."""
    if window.last is None:
        return window.start
    stop = total if window.stop is None else min(window.stop, total)
    return max(window.start, stop - window.last)


def sliced(rows: list[Row], window: Window, most: int | None = None) -> Page:
    """Cut a page out of a list that is at hand: out of all of it, or out of its first `most`."""
    size = len(rows)
    stop = size if window.stop is None else min(window.stop, size)
    start = start_of(window, size)
    end = min(stop, start + window.size)
    total = None if most is not None and size >= most else size
    return Page(rows[start:end], start, total, more=end < size)


def cursor(offset: int) -> str:
    """Name a place in a list."""
    return urlsafe_b64encode(f"{PREFIX}{offset}".encode()).decode()


def offset_of(text: str) -> int:
    """Give the place a cursor names."""
    try:
        decoded = urlsafe_b64decode(text.encode()).decode()
        offset = int(decoded.removeprefix(PREFIX))
    except ValueError:
        offset = -1
    if not 0 <= offset < LAST_OFFSET or cursor(offset) != text:
        raise InvalidCursor("This cursor is not one of this list.")
    return offset
