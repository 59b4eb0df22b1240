"""Declares a GraphQL type, and with it what documents say: the names its fields read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import strawberry
from django.db import models

from graphql_api.documents.registry import Weight, register
from graphql_api.documents.rows import Part, Row


def document_type(
    *,
    name: str,
    description: str,
    model: type[models.Model] | None = None,
    facets: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
) -> Callable[[type], Any]:
    """Declare the type of a kind of document.

    model: whose rows say it when they are public. facets: the fields that lists are filtered by,
    `name` or `relation.name`. reads: what documents hold beside what the fields read. Search finds
    what a page's fields say that have a `weight`.
    """

    def decorate(cls: type) -> Any:
        cls.is_type_of = staticmethod(  # type: ignore[attr-defined]
            lambda obj, info: isinstance(obj, Row) and obj.kind == name
        )
        declared = strawberry.type(name=name, description=description)(cls)
        if model is not None:
            fields = [*projected(declared), *reads]
            register(model, name, fields, facets_of(facets), weights(declared))
        return declared

    return decorate


def part_type(
    *, name: str, description: str, model: type[models.Model] | None = None
) -> Callable[[type], Any]:
    """Declare the type of a piece inside documents; `model` is that of an inline row."""

    def decorate(cls: type) -> Any:
        cls.is_type_of = staticmethod(  # type: ignore[attr-defined]
            lambda obj, info: isinstance(obj, Part)
        )
        declared = strawberry.type(name=name, description=description)(cls)
        if model is not None:
            register(model, name, projected(declared))
        return declared

    return decorate


def projected(declared: Any) -> list[str]:
    """Name what a document must hold for the fields of a type."""
    names: dict[str, None] = {}
    for field in declared.__strawberry_definition__.fields:
        if field.metadata.get("projected"):
            names[field.metadata.get("name") or field.python_name] = None
            names.update(dict.fromkeys(field.metadata.get("reads", ())))
    return list(names)


def weights(declared: Any) -> dict[str, Weight]:
    """Give the weights of the fields in which search finds words."""
    return {
        field.metadata.get("name") or field.python_name: field.metadata["weight"]
        for field in declared.__strawberry_definition__.fields
        if field.metadata.get("weight")
    }


def facets_of(names: tuple[str, ...]) -> Callable[[dict[str, Any]], Iterable[str]]:
    """Give the function that makes facets, `name:value`, of a document's data."""

    def facets(data: dict[str, Any]) -> list[str]:
        found = (f"{name}:{value}" for name in names for value in values(data, name.split(".")))
        return sorted(set(found))

    return facets


def values(data: dict[str, Any], path: list[str]) -> Iterator[str]:
    """Yield the values at the end of a path through inline rows; a row's link is its `target`."""
    found = data.get(path[0])
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield from values(item, path[1:] or ["target"])
        elif isinstance(item, bool):
            yield str(item).lower()
        elif item is not None and item != "":
            yield str(item)
