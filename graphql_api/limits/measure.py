"""What a selection asks for, in numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphql_api.limits.formula import Formula, joined


@dataclass(frozen=True, slots=True)
class Measure:
    """What a selection asks for, with its fragments as often as they are spread.

    fields: those directly in it. depth: of fields, nesting: of their arguments' values.
    cost: without, `each`: of every node if it is a connection's.
    """

    fields: int = 0
    depth: int = 0
    nesting: int = 0
    cost: Formula = 0
    each: Formula = 0

    @classmethod
    def of(cls, parts: Iterable["Measure"]) -> "Measure":
        """Put what stands beside each other together."""
        all_ = list(parts)
        return cls(
            fields=sum(part.fields for part in all_),
            depth=max((part.depth for part in all_), default=0),
            nesting=max((part.nesting for part in all_), default=0),
            cost=joined(sum, *(part.cost for part in all_)),
            each=joined(sum, *(part.each for part in all_)),
        )
