"""Lists of documents: filtered, ordered, counted and cut into pages in one statement."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson

from graphql_api import conf
from graphql_api.documents.choosing import in_chain
from graphql_api.documents.reading import Moment, fetch, is_marked
from graphql_api.documents.rows import Part, Row
from graphql_api.documents.selecting import BY_PLACE, Selection
from graphql_api.documents.tags import note_listed
from graphql_api.errors import InvalidArgument, InvalidCursor, LimitExceeded

PREFIX = "offset:"
LAST_OFFSET = 2**31


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
    def room(self) -> int:
        """How many a page has at most, unless it is filled from the end."""
        room = self.size if self.stop is None else self.stop - self.start
        return max(0, min(self.size, room))

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


@dataclass(frozen=True)
class Listing:
    """A list: of which kind, in which languages, filtered by SQL over `d`, in which order.

    elements: the name of an inline relation whose rows, as `e`, are listed instead. whole: with
    the texts that cards leave out.
    """

    kind: str
    chain: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    order: str = BY_PLACE
    elements: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False

    def page(self, window: Window, moment: Moment, *, counted: bool = True) -> Page:
        """Read a page of the list in one statement; how many there are, if it is `counted`.

        From its end, and behind its end, it cannot be read without.
        """
        note_listed((self.kind,), self.chain)
        if window.last is None and (not counted or self.selection.is_counted_beside):
            page = self.forward(window, moment, counted=counted)
            if counted or page.rows or not window.start:
                return page
        found = self.read(self.selection.counted(), moment, {
            "before": window.stop, "start": window.start, "last": window.last, "size": window.size,
        })  # fmt: skip
        total = found[0][0]
        return Page(self.rows(found), start_of(window, total), total)

    def forward(self, window: Window, moment: Moment, *, counted: bool) -> Page:
        """Read a page, and one more, which says whether the list goes on."""
        size, most = window.room, window.room + 1
        border = self.selection.border(window.start + most)
        sql = self.selection.page(counted=counted, near=bool(border))
        found = self.read(sql, moment, {"start": window.start, "most": most, **border})
        rows = self.rows(found)
        total = found[0][0] if counted else None
        return Page(rows[:size], window.start, total, more=len(rows) > size)

    def read(
        self, sql: str, moment: Moment, window: Mapping[str, int | None]
    ) -> list[tuple[Any, ...]]:
        """Run a statement, planned once unless a draft is laid over: for that it needs values."""
        given = {**moment.parameters(), **self.given(), **window}
        return fetch(sql, given, planned_once=not is_marked())

    @cached_property
    def selection(self) -> Selection:
        return Selection(
            self.kind,
            len(self.chain),
            self.conditions,
            self.order,
            has_elements=bool(self.elements),
            whole=self.whole,
        )

    def given(self) -> dict[str, Any]:
        """Give the parameters of what is listed."""
        lead = self.selection.lead
        return {
            **self.parameters,
            "locale": self.chain[0],
            "locales": list(self.chain),
            "bordering": self.chain[-1 if lead and lead.is_place else 0],
            "elements": self.elements,
        }

    def rows(self, found: list[tuple[Any, ...]]) -> list[Row | Part]:
        return [self.listed(values[1:]) for values in found if values[1] is not None]

    def listed(self, values: tuple[Any, ...]) -> Row | Part:
        """Give a document, or the inline row of it that is listed."""
        _rank, element, *columns = values
        found = in_chain(Row(*columns), self.chain)
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
