"""Whatever resolvers give, what is compiled makes of it what graphql-core does, errors included."""

import asyncio
import gc
from dataclasses import dataclass
from enum import Enum
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from graphql_api.compilation.executor import CompiledExecutor
from graphql_api.compilation.plan import Plan
from graphql_api.turns import run
from tests.api.answers_alike import alike

DATA = 200
DEPTH = 3
MUCH = 10_000


@dataclass
class Failing:
    """Stands for a value that fails when it is read."""

    message: str

    def fail(self) -> Any:
        raise ValueError(self.message)


@dataclass
class Later:
    """Stands for a value that comes after some turns of the loop, in one of several ways."""

    value: Any
    turns: int
    way: str

    def coming(self) -> Any:
        return asyncio.ensure_future(self.come()) if self.way == "future" else self.come()

    async def come(self) -> Any:
        waits = [asyncio.sleep(0) for _ in range(self.turns)]
        if self.way == "gathered":
            await asyncio.gather(*waits)
        else:
            for wait in waits:
                await wait
        return present(self.value)


def present(value: Any) -> Any:
    return value.fail() if isinstance(value, Failing) else value


def read(source: Any, name: str) -> Any:
    value = source.values[name]
    return value.coming() if isinstance(value, Later) else present(value)


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


class Quiet(strawberry.Schema):
    """A schema that logs no errors, since what is logged is kept to the end of the test."""

    def process_errors(self, *args: Any, **kwargs: Any) -> None:
        pass


SCHEMA = Quiet(
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
        self.awaited = self.random.choice([0, 0, 10, 50])

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
        values |= {name: self.late(value) for name, value in values.items() if name != "note"}
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

    def late(self, value: Any) -> Any:
        if self.chance(self.awaited):
            return Later(
                value,
                self.random.randrange(3),
                self.random.choice(["coroutine", "future", "gathered"]),
            )
        return value


def answer(
    root: Any, plan: Plan | None, question: str = QUESTION, often: int | None = 2
) -> list[Any]:
    result = run(
        SCHEMA.execute(
            question,
            variable_values={} if often is None else {"often": often},
            root_value=root,
            context_value=SimpleNamespace(plan=plan),
        )
    )
    errors = [one.formatted | {"error": repr(one.original_error)} for one in result.errors or []]
    return [result.data, *errors]


# What graphql-core cancels before it began, it leaves so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
def test_whatever_is_given_has_one_answer():
    plan = Plan(MUCH)

    found = [compared(number, plan) for number in range(DATA)]
    gc.collect()  # while that is left out of account

    assert sum(answered for answered, _faults in found) > DATA // 2
    assert sum(faults for _answered, faults in found) > DATA
    assert plan.left < MUCH


def compared(number: int, plan: Plan) -> tuple[bool, int]:
    """Give whether something is answered, and how many errors there are."""
    root = Values(number).thing(DEPTH)
    expected, found = answer(root, None), answer(root, plan)
    assert found[0] == expected[0], number
    assert alike(found[0], found[1:], expected[1:]), number
    return expected[0] is not None, len(expected) - 1


def test_whatever_is_given_is_awaited():
    plan = Plan(MUCH)
    for number in range(DATA):
        answer(Values(number).thing(DEPTH), plan)
    gc.collect()  # a coroutine that was never awaited is an error of the test here


def maybe(**values: Any) -> Any:
    """Give the root of an operation that asks of one thing what is given here."""
    return SimpleNamespace(values={"maybe": SimpleNamespace(kind="Thing", values=values)})


def test_errors_come_in_the_order_of_the_answer():
    root = maybe(note=Later(Failing("late"), 2, "coroutine"), count=Failing("soon"))

    _data, *errors = answer(root, Plan(MUCH), "{ maybe { note count } }", None)

    assert [error["path"] for error in errors] == [["maybe", "note"], ["maybe", "count"]]


def test_an_error_in_a_list_of_lists_says_where_it_is():
    root, question = maybe(grid=[[1, 2], [3, "?"]]), "{ maybe { grid } }"

    data, error = answer(root, Plan(MUCH), question, None)

    assert [data, error] == answer(root, None, question, None)
    assert data == {"maybe": {"grid": None}}
    assert error["path"] == ["maybe", "grid", 1, 1]


def test_each_execution_has_its_own_variables():
    plan, question = Plan(MUCH), "query($often: Int!) { maybe { said(often: $often) } }"

    said = [answer(maybe(note="a"), plan, question, often)[0] for often in (2, 3)]

    assert said == [{"maybe": {"said": "aa"}}, {"maybe": {"said": "aaa"}}]
