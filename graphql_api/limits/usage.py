"""What an operation uses of what it may, told in headers; too much is refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from graphql_api.conf import Limits
from graphql_api.errors import LimitExceeded
from graphql_api.limits import nesting
from graphql_api.limits.formula import Working, amount
from graphql_api.limits.measure import Measure

# Variables are an object that holds them: their own values begin one level deeper.
VARIABLES = 1

# The largest whole number that every JSON parser reads as it is; what costs more costs too much.
MOST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Usage:
    """What one operation uses; the fields are those of Limits."""

    document_size: int
    tokens: int
    depth: int
    aliases: int
    directives: int
    root_fields: int
    cost: int

    def refuse_excess(self, limits: Limits) -> None:
        """Raise LimitExceeded for the first limit that is exceeded."""
        for name, limit in numbers(limits):
            used = getattr(self, name)
            if used > limit:
                raise LimitExceeded(name, limit, used)


def used(measure: Measure, variables: Mapping[str, Any], **counted: int) -> Usage:
    """Say what an operation uses with its variables, beside what was counted of its document."""
    deep = nesting.depth([variables]) - VARIABLES
    return Usage(
        depth=max(measure.depth, measure.nesting, deep),
        root_fields=min(measure.fields, MOST),
        cost=min(amount(measure.cost, Working(variables)), MOST),
        **counted,
    )


def numbers(of: Usage | Limits) -> Iterator[tuple[str, int]]:
    """Give name and number of each."""
    for one in fields(of):
        yield one.name, getattr(of, one.name)


def as_header(of: Usage | Limits) -> str:
    """Write usage or limits as a dictionary of RFC 9651: `tokens=12, depth=3`."""
    return ", ".join(f"{name.replace('_', '-')}={n}" for name, n in numbers(of))
