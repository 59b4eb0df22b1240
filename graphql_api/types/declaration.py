"""Declares GraphQL types, and with them what documents say: the names that their fields read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import strawberry
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from wagtail.blocks import Block
from wagtail.models import Page

from graphql_api.documents import registry
from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Part, Row

Decorator = Callable[[type], Any]
IsTypeOf = Callable[[Any, Any], bool]

# By name; the schema has all of them, whether a field names them or an interface only.
DECLARED: dict[str, type] = {}


def register_page_type(
    model: type[models.Model],
    *,
    name: str,
    description: str,
    facets: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
) -> Decorator:
    """Give a page model its type, which extends `Page`: documents say what its fields read.

    Models that inherit from it, and have none of their own, have it too. facets: the fields that
    lists are filtered by, `name` or `relation.name`. reads: what documents hold beside what the
    fields read. Search finds what fields say that have a `weight`.
    """
    if not issubclass(model, Page):
        raise ImproperlyConfigured(f"{model._meta.label} is no page.")
    return model_type(model, "Page", name, description, facets, reads)


def register_snippet_type(
    model: type[models.Model],
    *,
    name: str,
    description: str,
    facets: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
) -> Decorator:
    """Give a model that is no page its type, which extends `Node`: as `register_page_type`."""
    if issubclass(model, Page):
        raise ImproperlyConfigured(f"{model._meta.label} is a page: use register_page_type.")
    return model_type(model, "Node", name, description, facets, reads)


def register_block_type(block: type[Block], *, name: str, description: str) -> Decorator:
    """Give a block its type, which extends `Block`.

    Its fields read those of the block, or `value` where the block has none. Blocks that inherit
    from it, and have none of their own, have it too.
    """

    def decorate(cls: type) -> Any:
        made = declared(cls, name, description, lambda obj, info: isinstance(obj, Part), "Block")
        registry.register_block(block, name, projected(made))
        return made

    return decorate


def document_type(*, name: str, description: str) -> Decorator:
    """Declare the type of documents that are no rows of a registered model."""
    return lambda cls: declared(cls, name, description, of_kind(name))


def part_type(*, name: str, description: str, model: type[models.Model] | None = None) -> Decorator:
    """Declare the type of a piece inside documents; `model` is that of an inline row."""

    def decorate(cls: type) -> Any:
        made = declared(cls, name, description, lambda obj, info: isinstance(obj, Part))
        if model is not None:
            registry.register(model, name, projected(made))
        return made

    return decorate


def model_type(
    model: type[models.Model],
    interface: str,
    name: str,
    description: str,
    facets: tuple[str, ...],
    reads: tuple[str, ...],
) -> Decorator:
    def decorate(cls: type) -> Any:
        made = declared(cls, name, description, of_kind(name), interface)
        registry.register(
            model,
            name,
            [*projected(made), *reads],
            optional=projected(made, optional=True),
            facets=facets_of(facets),
            weights=weights(made),
        )
        return made

    return decorate


def of_kind(name: str) -> IsTypeOf:
    return lambda obj, info: isinstance(obj, Row) and obj.kind == name


def declared(
    cls: type, name: str, description: str, is_type_of: IsTypeOf, interface: str = ""
) -> Any:
    """Make a type of the schema, which has one of each name."""
    if name in DECLARED:
        first = DECLARED[name]
        raise ImproperlyConfigured(f"{place(cls)} is called {name!r}, as {place(first)} is.")
    if "is_type_of" not in vars(cls):
        cls.is_type_of = staticmethod(is_type_of)  # type: ignore[attr-defined]
    made: Any = strawberry.type(name=name, description=description)(cls)
    if interface and interface not in {
        one.name for one in made.__strawberry_definition__.interfaces
    }:
        raise ImproperlyConfigured(f"{place(cls)} does not extend {interface}.")
    DECLARED[name] = made
    return made


def place(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def projected(made: Any, *, optional: bool = False) -> list[str]:
    """Name what a document must hold for the fields of a type, or what it may lack."""
    names: dict[str, None] = {}
    for field in made.__strawberry_definition__.fields:
        if bool(field.metadata.get("optional")) is optional:
            names.update(dict.fromkeys(read(field)))
    return list(names)


def read(field: Any) -> list[str]:
    """Name what a document must hold for a field."""
    if not field.metadata.get("projected"):
        return []
    return [field.metadata.get("name") or field.python_name, *field.metadata.get("reads", ())]


def stored(row: Row, field: str) -> Any:
    """Give what a document holds for a field of its type, which may read another name."""
    made: Any = DECLARED.get(row.kind)
    fields = made.__strawberry_definition__.fields if made else ()
    names = (one.metadata.get("name") for one in fields if one.python_name == field)
    return row.data.get(next(names, None) or field)


def weights(made: Any) -> dict[str, Weight]:
    """Give the weights of the fields in which search finds words."""
    return {
        field.metadata.get("name") or field.python_name: field.metadata["weight"]
        for field in made.__strawberry_definition__.fields
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
