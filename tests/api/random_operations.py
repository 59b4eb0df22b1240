"""Writes valid operations at random: whatever the schema lets a frontend ask, in any form."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_required_argument,
    is_required_input_field,
    is_union_type,
)

from tests.api.everything import SCHEMA, response_name

DEPTH = 6
WIDTH = 6
# Values by what an argument or a field of an input is called, else by its scalar.
SAID: dict[str, list[Any]] = {
    "String": ["", "Offen", "2020", "x"],
    "ID": ["x"],
    "Int": [-1, 0, 1, 2, 50, 101],
    "Float": [0, 50.9],
    "Boolean": [True, False],
    "LocaleCode": ["de", "de", "de", "en"],
    "Date": ["2020-01-01", "2021-04-06"],
    "DateTime": ["2021-04-06T08:00:00+00:00"],
    "first": [1, 5, 100],
    "last": [1, 5],
    "after": ["b2Zmc2V0OjA=", "b2Zmc2V0OjA=", "x"],
    "before": ["b2Zmc2V0Ojk=", "b2Zmc2V0Ojk=", "x"],
}


@dataclass
class Writer:
    """Writes one operation; `known` are values, by the names in SAID, that lead to something.

    calls: how each field was asked already. fragments: their types and texts. variables: their
    declarations. given: the values of some of them. flags: conditions that were used.
    """

    random: Random
    known: dict[str, list[Any]]
    calls: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    fragments: dict[str, tuple[Any, str]] = field(default_factory=dict)
    variables: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    def operation(self) -> str:
        asked = self.selection(SCHEMA.query_type, DEPTH)
        declared = [*self.variables, *(f"${flag}: Boolean! = true" for flag in sorted(self.flags))]
        head = f"query({', '.join(declared)})" if declared else "query"
        return "\n".join([f"{head} {asked}", *(text for _kind, text in self.fragments.values())])

    def flagged(self, values: dict[str, bool]) -> dict[str, Any]:
        """Give the variables, with some of the conditions."""
        return {**self.given, **{name: values[name] for name in self.flags & {*values}}}

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def selection(self, kind: Any, depth: int) -> str:
        wanted = self.random.randint(1, WIDTH)
        return f"{{ {' '.join(self.selected(kind, depth) for _ in range(wanted))} }}"

    def selected(self, kind: Any, depth: int) -> str:
        """Write a field, or fields in a fragment."""
        if self.chance(5):
            return f"__typename{self.condition()}"
        if depth and (is_union_type(kind) or self.chance(60 if is_abstract_type(kind) else 15)):
            return self.fragment(kind, depth)
        names = [
            name
            for name, one in getattr(kind, "fields", {}).items()
            if depth or not is_composite_type(get_named_type(one.type))
        ]
        if not names:
            return "__typename"
        name = self.random.choice(names)
        return self.field(kind, name, kind.fields[name], depth)

    def field(self, kind: Any, name: str, asked: GraphQLField, depth: int) -> str:
        """Write a field; one that was asked already may be asked the same, for other things."""
        below = get_named_type(asked.type)
        inside = self.selection(below, depth - 1) if is_composite_type(below) else ""
        calls = self.calls[kind.name, name]
        call = self.random.choice(calls) if calls else ""
        if not calls or (asked.args and self.chance(40)):
            call = self.call(kind, name, asked, len(calls))
            calls.append(call)
        return f"{call}{self.condition()} {inside}"

    def call(self, kind: Any, name: str, asked: GraphQLField, number: int) -> str:
        arguments = [
            f"{argument}: {self.argument(argument, one)}"
            for argument, one in asked.args.items()
            if is_required_argument(one) or self.chance(30)
        ]
        if not arguments and number == 0:
            return response_name(kind, name)
        called = f"({', '.join(arguments)})" if arguments else ""
        return f"{kind.name}_{name}_{number}: {name}{called}"

    def fragment(self, kind: Any, depth: int) -> str:
        """Write an inline fragment, or spread a named one: a new one, or one of before."""
        possible = SCHEMA.get_possible_types(kind) if is_abstract_type(kind) else [kind]
        around = [one for concrete in possible for one in (concrete, *concrete.interfaces)]
        inner = self.random.choice(around)
        if self.chance(50):
            condition = f" on {inner.name}" if inner is not kind or self.chance(50) else ""
            return f"...{condition}{self.condition()} {self.selection(inner, depth - 1)}"
        fitting = [name for name, (other, _text) in self.fragments.items() if overlap(kind, other)]
        if fitting and self.chance(40):
            return f"...{self.random.choice(fitting)}{self.condition()}"
        text = self.selection(inner, depth - 1)
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (inner, f"fragment {name} on {inner.name} {text}")
        return f"...{name}{self.condition()}"

    def condition(self) -> str:
        """Write now and then a condition, or two."""
        written = ""
        for directive in ("skip", "include"):
            if self.chance(8):
                flag = self.random.choice(["$a", "$b", "$c", "true", "false"])
                self.flags |= {flag[1:]} & {"a", "b", "c"}
                written += f" @{directive}(if: {flag})"
        return written

    def argument(self, name: str, asked: GraphQLArgument) -> str:
        """Write a value, or the variable that has it."""
        value = self.value(name, asked.type)
        if self.chance(60):
            return literal(value, asked.type)
        variable = f"v{len(self.variables)}"
        default = ""
        if not is_required_argument(asked) and value is not None and self.chance(30):
            default = f" = {literal(value, asked.type)}"
        self.variables.append(f"${variable}: {asked.type}{default}")
        if is_required_argument(asked) or self.chance(75):
            self.given[variable] = {"no": "value"} if self.chance(2) else value
        return f"${variable}"

    def value(self, name: str, type_: Any) -> Any:
        inner = get_nullable_type(type_)
        if inner is type_ and self.chance(6):
            return None
        if is_list_type(inner):
            return [self.value(name, inner.of_type) for _ in range(self.random.randint(0, 2))]
        if is_enum_type(inner):
            return self.random.choice([*inner.values])
        if is_input_object_type(inner):
            return self.input(inner)
        return self.random.choice(self.known.get(name) or SAID.get(name) or SAID[inner.name])

    def input(self, kind: Any) -> dict[str, Any]:
        if kind.is_one_of:
            name = self.random.choice([*kind.fields])
            found = None
            while found is None:
                found = self.value(name, kind.fields[name].type)
            return {name: found}
        return {
            name: self.value(name, one.type)
            for name, one in kind.fields.items()
            if is_required_input_field(one) or self.chance(12)
        }


def overlap(one: Any, other: Any) -> bool:
    return bool(possible(one) & possible(other))


def possible(kind: Any) -> set[str]:
    kinds = SCHEMA.get_possible_types(kind) if is_abstract_type(kind) else [kind]
    return {one.name for one in kinds}


def literal(value: Any, type_: Any) -> str:
    """Write a value as it stands in an operation."""
    inner = get_nullable_type(type_)
    if value is None:
        return "null"
    if is_list_type(inner):
        return f"[{', '.join(literal(one, inner.of_type) for one in value)}]"
    if is_input_object_type(inner):
        fields = [f"{name}: {literal(one, inner.fields[name].type)}" for name, one in value.items()]
        return f"{{{', '.join(fields)}}}"
    return str(value) if is_enum_type(inner) else json.dumps(value, ensure_ascii=False)
