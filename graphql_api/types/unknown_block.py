"""The block that has no type here: a host's own, or one that was taken out."""

import re
from typing import Any

import strawberry
from strawberry.scalars import JSON

from graphql_api.documents.rows import Part
from graphql_api.types.blocks import Block
from graphql_api.types.fields import Info

RESERVED = {"id", "type"}
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@strawberry.type(name="UnknownBlock", description="A block of a type that has none here.")
class UnknownBlockType(Block):
    @strawberry.field(description="What it stores; null in the place of what cannot be read.")
    async def raw(self, root: strawberry.Parent[Any], info: Info) -> JSON:
        stored = {name: value for name, value in root.data.items() if name not in RESERVED}
        keys = keys_in(stored)
        rows = await info.context.loader.found_all(sorted(keys), root.chain)
        return JSON(without(stored, keys - {row.key for row in rows}))

    @staticmethod
    def is_type_of(obj: Any, info: Any) -> bool:
        return isinstance(obj, Part)


def keys_in(value: Any) -> set[str]:
    """Find what may be the key of a document: nobody knows the fields of such a block."""
    if isinstance(value, str):
        return {value} if KEY.fullmatch(value) else set()
    return set().union(*map(keys_in, inside(value)))


def inside(value: Any) -> list[Any]:
    """Give what a value is made of, without the ids that its own parts have."""
    if isinstance(value, dict):
        return [item for name, item in value.items() if name not in RESERVED]
    return value if isinstance(value, list) else []


def without(value: Any, hidden: set[str]) -> Any:
    """Give a value with nothing in the place of hidden keys."""
    if isinstance(value, dict):
        return {name: without(item, hidden) for name, item in value.items()}
    if isinstance(value, list):
        return [without(item, hidden) for item in value]
    return None if isinstance(value, str) and value in hidden else value
