"""What a rule is: its messages, and the places in a page for which they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from wagtail.models import Page

from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.kinds import Kind


class Severity(Enum):
    """Whether publishing is refused, an editor warned, or only helped to be understood."""

    REFUSAL = "refusal"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Spot:
    """A place that a rule names, the words it says about it, and which message of several.

    What only comes with time has a day from which it holds.
    """

    place: Place
    words: dict[str, str] = field(default_factory=dict)
    message: Any = None
    holds_from: date | None = None


Finder = Callable[[Any, list[Content]], Iterator[Spot]]


@dataclass(frozen=True)
class Rule:
    """Messages with placeholders for a spot's words, and how to find the spots."""

    messages: tuple[Any, ...]
    spots: Finder
    page_types: tuple[type, ...]
    severity: Severity
    kind: Kind = Kind.OTHER

    def said(self, spot: Spot) -> str:
        return str((spot.message or self.messages[0]) % spot.words)


RULES: list[Rule] = []


def warns(message: Any, *page_types: type, kind: Kind = Kind.OTHER) -> Any:
    """Declare a warning that looks at pages of these types as a whole."""

    def register(spots: Callable[[Any], Iterator[Spot]]) -> Any:
        def finder(page: Any, _contents: list[Content]) -> Iterator[Spot]:
            return spots(page)

        types = page_types or (Page,)
        RULES.append(Rule((message,), finder, types, Severity.WARNING, kind))
        return spots

    return register


def reads(*messages: Any, kind: Kind, severity: Severity = Severity.WARNING) -> Any:
    """Declare a rule that reads the contents of every page, with one of these messages."""

    def register(spots: Finder) -> Finder:
        RULES.append(Rule(messages, spots, (Page,), severity, kind))
        return spots

    return register
