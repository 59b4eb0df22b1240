"""How a field of a type gets its value from a document; so it also says what a document holds.

Every name declared here is projected when its page, snippet or row is published, and no other.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime
from typing import Any

import strawberry

from graphql_api.context import Context
from graphql_api.documents import together as read_together
from graphql_api.documents.choosing import first
from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Block, Part, Row
from graphql_api.documents.streams import KIND
from graphql_api.types.asking import asks_whole
from graphql_api.types.semantic_non_null import directives

Info = strawberry.Info[Context, None]
Source = Row | Part
# Gives a field of a row, or of a part; the name is that of the document's field.
Resolve = Callable[[Any, Info, str], Any]
# Gives it of many.
ResolveAll = Callable[[Sequence[Any], Info, str], Awaitable[list[Any]]]


def value(source: Any, name: str) -> Any:
    """Give a plain field: of a document what it says, an empty text as nothing."""
    if isinstance(source, (Row, Part)):
        found = source.data.get(name)
        return None if found == "" else found
    return getattr(source, name)


def fact(
    description: str,
    name: str | None = None,
    *,
    weight: Weight | None = None,
    optional: bool = False,
    required: bool = False,
) -> Any:
    """A field that the document holds under `name`, by default the field's own name.

    `weight` says how much its words count in search; without one they are not found. A model may
    lack what is `optional`. Nothing is published without what is `required`.
    """
    if name is not None:
        return derived(
            named, description, name, weight=weight, optional=optional, required=required
        )
    return strawberry.field(
        description=description,
        directives=directives(required=required),
        metadata={"projected": True, "weight": weight, "optional": optional},
    )


def named(root: Source, info: Info, name: str) -> Any:
    return value(root, name)


def derived(
    resolve: Resolve,
    description: str,
    name: str | None = None,
    *,
    reads: tuple[str, ...] = (),
    weight: Weight | None = None,
    optional: bool = False,
    required: bool = False,
) -> Any:
    """A field made of what the document holds under `name`, by default the field's own name.

    `reads` names what else of the document it needs, the others are as in `fact`.
    """
    return document_field(
        _resolver(resolve, name),
        description,
        name,
        required=required,
        reads=reads,
        weight=weight,
        optional=optional,
    )


def document_field(
    resolver: Any, description: str, name: str | None, *, required: bool = False, **metadata: Any
) -> Any:
    """A field with a resolver of its own, made of what the document holds under `name`."""
    return strawberry.field(
        resolver=resolver,
        description=description,
        directives=directives(required=required),
        metadata={"projected": True, "name": name, **metadata},
    )


def _resolver(resolve: Resolve, name: str | None) -> Any:
    def resolver(root: strawberry.Parent[Any], info: Info):  # type: ignore[no-untyped-def]
        return resolve(root, info, name or info.python_name)

    return resolver


def together(resolve: ResolveAll, name: str | None = None) -> Any:
    """Make a resolver of what reads a field of many sources at once: whole levels, or one.

    Operations that are compiled look for `together`, see graphql_api/compilation/reading.py.
    """

    async def resolver(root: strawberry.Parent[Any], info: Info):  # type: ignore[no-untyped-def]
        return (await resolve([root], info, name or info.python_name))[0]

    def resolve_all(roots: Sequence[Any], info: Info) -> Awaitable[list[Any]]:
        return resolve(roots, info, name or info.python_name)

    resolver.together = resolve_all  # type: ignore[attr-defined]
    return resolver


def reference(description: str, name: str | None = None) -> Any:
    """A field that names another document; null where there is none to read."""

    async def resolve(roots: Sequence[Source], info: Info, name: str) -> list[Row | None]:
        wanted = [([*filter(None, [root.data.get(name)])], root.chain) for root in roots]
        found = await read_together.references(info.context.loader, wanted, whole=asks_whole(info))
        return [first(rows) for rows in found]

    return document_field(together(resolve, name), description, name)


def references(description: str, name: str | None = None) -> Any:
    """A field that names other documents; those that cannot be read are left out."""

    async def resolve(roots: Sequence[Source], info: Info, name: str) -> list[list[Row]]:
        wanted = [(keys(root, name), root.chain) for root in roots]
        return await read_together.references(info.context.loader, wanted, whole=asks_whole(info))

    return document_field(together(resolve, name), description, name)


def keys(source: Source, name: str) -> list[str]:
    """Give the keys that a field names, itself or by the `target` of its rows."""
    named = (
        item.get("target") if isinstance(item, dict) else item
        for item in source.data.get(name) or []
    )
    return [key for key in named if key]


def parts(description: str, name: str | None = None) -> Any:
    """A field of inline rows, or of the values of one kind of block."""

    def resolve(root: Source, info: Info, name: str) -> Any:
        return [as_part(root, item) for item in root.data.get(name) or []]

    return derived(resolve, description, name, weight=Weight.BODY)


def as_part(root: Source, item: dict[str, Any]) -> Part:
    """Give an inline row, or a block of a stream with its fields."""
    if KIND not in item:
        return root.part(item)
    around = root.block if isinstance(root, Part) else None
    block = Block(item[KIND], item["id"], item["type"], around.id if around else None)
    return root.part(item["value"], block)


def part(description: str, name: str | None = None) -> Any:
    """A field of one struct; null where there is none."""

    def resolve(root: Source, info: Info, name: str) -> Part | None:
        stored = root.data.get(name)
        return root.part(stored) if stored else None

    return derived(resolve, description, name)


def day(description: str, name: str | None = None) -> Any:
    """A field that is a day."""

    def resolve(root: Source, info: Info, name: str) -> Any:
        iso = root.data.get(name)
        return date.fromisoformat(iso) if iso else None

    return derived(resolve, description, name)


def instant(description: str, name: str | None = None, *, required: bool = False) -> Any:
    """A field that is a moment in time."""

    def resolve(root: Source, info: Info, name: str) -> Any:
        iso = root.data.get(name)
        return datetime.fromisoformat(iso) if iso else None

    return derived(resolve, description, name, required=required)
