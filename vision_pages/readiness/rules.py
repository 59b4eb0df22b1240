"""What a warning is: a message, and the places in a page for which it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from vision_pages.readiness.contents import Place


@dataclass(frozen=True)
class Spot:
    """A place that a warning names, and the words it says about it."""

    place: Place
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A warning: its message, with placeholders for a spot's words, and how to find the spots."""

    message: Any
    spots: Callable[[Any], Iterator[Spot]]
    page_types: tuple[type, ...]


RULES: list[Rule] = []


def warns(message: Any, *page_types: type) -> Any:
    """Declare a warning for pages of these types; without types, for all."""

    def register(spots: Callable[[Any], Iterator[Spot]]) -> Callable[[Any], Iterator[Spot]]:
        RULES.append(Rule(message, spots, page_types or (Page,)))
        return spots

    return register
