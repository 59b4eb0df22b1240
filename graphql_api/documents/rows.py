"""A document as it is read: what it says, where it stands, which languages were asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

import orjson

from graphql_api.documents.registry import texts_of


class LeftOut:
    """Stands for a text that a card leaves out, and raises LookupError wherever it is used.

    Whoever gives documents says whether texts are asked of them, see `types/asking.py`.
    """

    def refuse(self, *args: Any) -> Any:
        raise LookupError("A text is read of a card: its field does not name it in `reads`.")

    __bool__ = __iter__ = __len__ = __getitem__ = __getattr__ = __str__ = refuse


LEFT_OUT: Any = LeftOut()


@dataclass(slots=True, eq=False)
class Row:
    """One document; its references are read in the languages of `chain`, best first.

    said: what it says as JSON. first_published, published: moments as the database writes them.
    They are read where a field asks for `data` or the moment. source: the row it says, as in
    Document, which only previews tell. whole: it has all that it says, not only its card. facets:
    where it was found by one.
    """

    kind: str
    key: str
    locale: str
    path: str | None
    position: str | None
    parent: str | None
    said: str
    starts_on: date | None
    ends_on: date | None
    status: str | None
    is_archived: bool
    first_published: str | None
    published: str | None
    source: str
    whole: bool
    facets: Sequence[str] = ()
    chain: tuple[str, ...] = ()
    data: dict[str, Any] = field(init=False, repr=False)

    def __getattr__(self, name: str) -> Any:
        """Read what the document says when it is looked at first."""
        if name != "data":
            raise AttributeError(name)
        said = orjson.loads(self.said)
        self.data = said if self.whole else {**left_out(self.kind), **said}
        return self.data

    @property
    def first_published_at(self) -> datetime | None:
        return moment(self.first_published)

    @property
    def published_at(self) -> datetime | None:
        return moment(self.published)

    def part(self, data: dict[str, Any], block: "Block | None" = None) -> "Part":
        """Give a piece of this document, to be read in the same languages."""
        return Part(data, self.chain, self, block)


@cache
def left_out(kind: str) -> Mapping[str, Any]:
    """Give what stands for the texts that cards of a kind leave out."""
    return dict.fromkeys(texts_of(kind), LEFT_OUT)


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Block:
    """What a block of a stream is, beside what it holds.

    kind: the name of its GraphQL type. name: what its stream calls it. parent: the id of the
    block that it stands in.
    """

    kind: str
    id: str
    name: str
    parent: str | None


@dataclass(slots=True, eq=False)
class Part:
    """A piece inside a document: an inline row, a block, a value with references of its own.

    block: the one that it is, or stands in.
    """

    data: dict[str, Any]
    chain: tuple[str, ...]
    row: Row = field(repr=False)
    block: Block | None = None

    @property
    def locale(self) -> str:
        """The language of the document that it is a piece of."""
        return self.row.locale

    def part(self, data: dict[str, Any], block: Block | None = None) -> "Part":
        return Part(data, self.chain, self.row, block or self.block)
