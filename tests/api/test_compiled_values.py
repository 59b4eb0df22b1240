"""Whatever resolvers give, what is compiled makes of it what graphql-core does, errors included."""

from dataclasses import dataclass
from enum import Enum
from random import Random
from types import SimpleNamespace
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from graphql_api.compilation.executor import CompiledExecutor
from graphql_api.compilation.plan import Plan
from graphql_api.turns import run

DATA = 200
DEPTH = 3
MUCH = 10_000


@dataclass
class Failing:
    """Stands for a value that fails when it is read."""

    message: str

    def fail(self) -> Any:
        raise ValueError(self.message)


def read(source: Any, name: str) -> Any:
    value = source.values[name]
    return value.fail() if isinstance(value, Failing) else value


@strawberry.enum
class Size(Enum):
    SMALL = "small"


@strawberry.interface
class Named:
    name: str
    note: str | None

    @classmethod
    def resolve_type(cls, value: Any, info: Any, type_: Any) -> Any:
        return value.kind


@strawberry.type
class Thing(Named):
    size: Size
    count: int | None
    part: "Thing"
    maybe: "Thing | None"
    named: Named | None
    parts: list["Thing"]
    loose: list["Thing | None"] | None
    grid: list[list[int]] | None

    @strawberry.field
    def said(self, info: strawberry.Info, often: int = 1) -> str | None:
        return info.path.key and read(self, "note") * often

    @classmethod
    def is_type_of(cls, value: Any, info: Any) -> bool:
        return value.kind != "Other"


@strawberry.type
class Place(Named):
    either: "Thing | None"

    @classmethod
    def is_type_of(cls, value: Any, info: Any) -> bool:
        return value.kind == "Place"


@strawberry.type
class Query:
    thing: Thing
    maybe: Thing | None
    named: Named | None
    loose: list[Thing | None] | None


LEAVES = "name note size count grid"
FIELDS = f"""
fragment Plain on Thing {{ {LEAVES} alias: name said
  two: said(often: $often) }}
fragment Once on Thing {{ ...Plain part {{ name }} part {{ note }} loose {{ ...Plain }}
  named {{ __typename name ... on Thing {{ size }} ... on Place {{ either {{ ...Plain }} }} }} }}
"""
QUESTION = f"""query($often: Int!) {{
  maybe {{ ...Once part {{ ...Once }} maybe {{ ...Once parts {{ ...Once }} }} parts {{ ...Once }} }}
  named {{ __typename ...Once ... on Place {{ either {{ ...Once }} }} }}
  loose {{ ...Once parts {{ name }} }}
}}{FIELDS}"""

SCHEMA = strawberry.Schema(
    query=Query,
    types=[Thing, Place],
    config=StrawberryConfig(default_resolver=read),
    execution_context_class=CompiledExecutor,
)


class Values:
    """Makes what resolvers give, the same for the same number: mostly right."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.wrong = self.random.choice([0, 1, 3, 10])

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def thing(self, depth: int) -> Any:
        kind = self.random.choice(["Thing"] * 5 + ["Place", "Other", "Nothing", None])
        kind = kind if self.chance(self.wrong * 3) else "Thing"
        wanted = {
            "name": "Dom",
            "note": self.random.choice(["alt", None]),
            "size": Size.SMALL,
            "count": 3,
            "grid": [[1, 2], [3]],
        }
        if depth:
            wanted |= {name: self.thing(depth - 1) for name in ("part", "maybe", "named", "either")}
            wanted |= {name: self.things(depth - 1) for name in ("parts", "loose")}
        else:
            wanted |= dict.fromkeys(("maybe", "named", "either", "loose"))
            wanted |= {"part": None, "parts": []}
        values = {name: self.given(value) for name, value in wanted.items()}
        return SimpleNamespace(kind=kind, values=values)

    def things(self, depth: int) -> Any:
        found = [self.thing(depth) for _ in range(self.random.randint(0, 3))]
        if self.chance(self.wrong):
            found.append(None)
        if self.chance(self.wrong):
            return tuple(found)
        if self.chance(self.wrong):
            return {"things": found}.values()
        return found

    def given(self, value: Any) -> Any:
        if self.chance(self.wrong):
            value = self.random.choice(
                [None, Failing("broken"), ValueError("given"), GraphQLError("ours"), "?", 7, [None]]
            )
        return value


def answer(root: Any, plan: Plan | None) -> list[Any]:
    result = run(
        SCHEMA.execute(
            QUESTION,
            variable_values={"often": 2},
            root_value=root,
            context_value=SimpleNamespace(plan=plan),
        )
    )
    errors = [(one.formatted, repr(one.original_error)) for one in result.errors or []]
    return [result.data, *errors]


def test_whatever_is_given_has_one_answer():
    plan, faults, right = Plan(MUCH), 0, 0
    for number in range(DATA):
        root = Values(number).thing(DEPTH)
        expected = answer(root, None)

        assert answer(root, plan) == expected, number
        faults += len(expected) - 1
        right += expected[0] is not None
    assert right > DATA // 2
    assert faults > DATA
    assert plan.left < MUCH
