"""What a file says, whatever its format: documents of units, in wagtail-localize's strings."""

from dataclasses import dataclass
from enum import IntEnum

from vision_pages.translation.segments import Previous


class State(IntEnum):
    """How far a translation is, in the words of XLIFF 2."""

    INITIAL = 0
    TRANSLATED = 1
    REVIEWED = 2
    FINAL = 3


@dataclass(frozen=True)
class Unit:
    """A text and its translation."""

    id: str
    path: str
    source: str
    target: str = ""
    state: State = State.INITIAL
    notes: tuple[str, ...] = ()
    max_length: int | None = None
    previous: Previous | None = None
    # Set by readers: what stands for tags cannot be understood, so the texts are not given.
    broken: bool = False


@dataclass(frozen=True)
class Document:
    """The texts of a page or term in two languages; `original` names the translation."""

    original: str
    source_language: str
    target_language: str
    units: tuple[Unit, ...]
    notes: tuple[str, ...] = ()
    # What the translations came in, as wagtail-localize names the tools that made them.
    tool: str = "XLIFF"
