"""A document as it is read: what it says, where it stands, which languages were asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


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

    source: the row it says, as in Document, which only previews tell. whole: `data` is all that it
    says, not only its card. facets: where it was found by one.
    """

    kind: str
    key: str
    locale: str
    path: str | None
    position: str | None
    parent: str | None
    data: dict[str, Any]
    starts_on: date | None
    ends_on: date | None
    status: str | None
    is_archived: bool
    first_published_at: datetime | None
    published_at: datetime | None
    source: str
    whole: bool
    facets: Sequence[str] = ()
    chain: tuple[str, ...] = ()

    def part(self, data: dict[str, Any], block: "Block | None" = None) -> "Part":
        """Give a piece of this document, to be read in the same languages."""
        return Part(data, self.chain, self, block)


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
