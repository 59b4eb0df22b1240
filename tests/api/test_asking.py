"""Texts are read wherever they are asked, whichever field leads to the document that has them."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import get_named_type, is_abstract_type, is_leaf_type

from graphql_api.types import asking
from tests.api.everything import ROOTS, SCHEMA, called, declared, is_node
from tests.api.leaks import variables
from tests.api.linked_city import LinkedCity, linked_city

pytestmark = pytest.mark.usefixtures("unlimited")

QUERY: Any = SCHEMA.query_type


@pytest.fixture(scope="module")
def city(home) -> LinkedCity:
    return linked_city(home)


def concrete(kind: Any) -> list[Any]:
    return list(SCHEMA.get_possible_types(kind)) if is_abstract_type(kind) else [kind]


def calls(kind: Any, name: str, field: Any) -> list[str]:
    """Write a field as it is asked: in each way that the other tests know for a root field."""
    if kind is QUERY:
        return [f"{name}({asked})" if asked else name for asked in ROOTS[name][:3]]
    return called(kind, name, field)


def operations() -> Iterator[str]:
    """Yield an operation for each field that leads to documents, and each kind of them.

    It asks the texts of these documents, and on the way there nothing else.
    """
    seen: set[tuple[str, str]] = set()
    waiting: list[tuple[Any, str]] = [(QUERY, "%s")]
    while waiting:
        kind, way = waiting.pop(0)
        for name, field in kind.fields.items():
            given = get_named_type(field.type)
            if is_leaf_type(given) or (kind.name, name) in seen:
                continue
            seen.add((kind.name, name))
            for call in calls(kind, name, field):
                for one in concrete(given):
                    longer = way % f"{call} {{ ... on {one.name} {{ %s }} }}"
                    waiting.append((one, longer))
                    if is_node(one) and (asked := texts(one)):
                        yield f"query{declared([longer])} {{ {longer % asked} }}"


def texts(kind: Any) -> str:
    """Select the texts of a kind of documents; of each as much as shows that it was read."""
    names = [name for name in kind.fields if name in asking.text_fields()]
    return " ".join(f"{name} {shortest(get_named_type(kind.fields[name].type))}" for name in names)


def shortest(kind: Any) -> str:
    if is_leaf_type(kind):
        return ""
    return "{ html }" if kind.name == "RichText" else "{ __typename }"


def test_texts_are_read_wherever_they_are_asked(ask, city):
    given = variables(city, city.secret_vision)
    answers = {operation: ask(operation, **given) for operation in operations()}

    # A card has in the place of a text what fails when it is read.
    assert [operation for operation, answer in answers.items() if "errors" in answer] == []
    assert sum("<p>" in str(answer) for answer in answers.values()) > 20


def test_a_stage_is_read_again_for_its_texts(ask, city):
    answer = ask("{ stages { nodes { participationEvents { stage { results { html } } } } } }")

    assert "errors" not in answer
    assert "'stage': {'results': " in str(answer)
