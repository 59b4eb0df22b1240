"""What an operation costs, as far as that is known before its variables are.

A formula is a number, or one of the classes below where a variable says how long a list is.
Parts that several fields share are worked out once, however often they are spread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Variables = Mapping[str, Any]


@dataclass(eq=False, slots=True)
class Working:
    """One working out of a formula: the variables, and what is known already."""

    variables: Variables
    known: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class Size:
    """A number that the variables tell."""

    of: Callable[[Variables], int]

    def worked_out(self, working: Working) -> int:
        return self.of(working.variables)


@dataclass(frozen=True, eq=False, slots=True)
class Joined:
    """Several formulas, joined by `sum`, `max` or `math.prod`."""

    join: Callable[[list[int]], int]
    parts: tuple["Formula", ...]

    def worked_out(self, working: Working) -> int:
        return self.join([amount(part, working) for part in self.parts])


Formula = int | Size | Joined


def joined(join: Callable[[list[int]], int], *parts: Formula) -> Formula:
    """Join formulas, at once where they are all known."""
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) == len(parts):
        return join(numbers) if numbers else 0
    return Joined(join, parts)


def amount(formula: Formula, working: Working) -> int:
    """Work a formula out."""
    if isinstance(formula, int):
        return formula
    if id(formula) not in working.known:
        working.known[id(formula)] = formula.worked_out(working)
    return working.known[id(formula)]
