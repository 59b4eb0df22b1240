"""What the demo has published is never null where the schema says so."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from graphql_api.documents.models import Document
from graphql_api.types.node import GlobalId
from tests.api.conftest import unlimited
from tests.api.test_schema import SCHEMA
from tests.api.test_semantic_non_null import declared, is_semantic_non_null

__all__ = ["unlimited"]
pytestmark = pytest.mark.usefixtures("unlimited")

NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename %s } }"
DEPTH = 4
# What the demo has none of.
UNUSED = {
    "GenericPage",
    "ParticipationTeaserBlock",
    "QuoteBlock",
    "SocialProfile",
    "VideoBlock",
}


def selection(type_: Any, depth: int = DEPTH) -> str:
    """Select what is never null of an object, and of what stands in it."""
    return " ".join(["__typename", *selected(type_, depth)])


def selected(type_: Any, depth: int) -> Iterator[str]:
    for name, field in getattr(type_, "fields", {}).items():
        inner = get_named_type(field.type)
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        if is_leaf_type(inner):
            yield from [name] if is_semantic_non_null(field) else []
        elif depth and stands_inside(inner):
            yield f"{name} {{ {fragments(inner, depth - 1)} }}"


def stands_inside(type_: Any) -> bool:
    """Say whether objects of a type are part of what names them, and have no life of their own."""
    node = SCHEMA.type_map["Node"]
    return not any(
        SCHEMA.is_sub_type(node, one) or one is node for one in possible(type_)
    ) and not (
        type_.name.endswith("Connection") or type_.name in {"Seo", "Language", "Image", "Link"}
    )


def possible(type_: Any) -> list[Any]:
    return [*SCHEMA.get_possible_types(type_)] if hasattr(type_, "resolve_type") else [type_]


def fragments(type_: Any, depth: int) -> str:
    kinds = possible(type_)
    if kinds == [type_]:
        return selection(type_, depth)
    parts = (f"... on {kind.name} {{ {selection(kind, depth)} }}" for kind in kinds)
    return " ".join(["__typename", *parts])


def told(answer: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an answer that are never null, by their coordinates."""
    if isinstance(answer, list):
        for item in answer:
            yield from told(item)
    elif isinstance(answer, dict) and "__typename" in answer:
        type_ = SCHEMA.type_map[answer["__typename"]]
        for name, value in answer.items():
            if name != "__typename" and is_semantic_non_null(type_.fields[name]):
                yield f"{type_.name}.{name}", value
            yield from told(value)


def published() -> list[str]:
    return [
        str(GlobalId(row.kind, str(row.key), row.locale))
        for row in Document.objects.all()
        if row.kind in SCHEMA.type_map
    ]


def test_nothing_published_is_null_that_is_never_null(ask):
    nodes = SCHEMA.get_possible_types(SCHEMA.type_map["Node"])
    operation = NODES % " ".join(f"... on {kind.name} {{ {selection(kind)} }}" for kind in nodes)
    ids = published()
    found: list[tuple[str, Any]] = []

    for start in range(0, len(ids), 100):
        answer = ask(operation, ids=ids[start : start + 100])
        assert "errors" not in answer, answer["errors"]
        found += told(answer["data"]["nodes"])

    assert {name for name, value in found if value is None} == set()
    missing = declared() - {name for name, value in found}
    assert {name.split(".")[0] for name in missing} == UNUSED
