"""The block that has no type here: a host's own, or one that cannot be read."""

import re
from typing import Any

import strawberry
from strawberry.scalars import JSON

from graphql_api.documents.registry import UNKNOWN_BLOCK
from graphql_api.documents.streams import KIND
from graphql_api.types.block import Block
from graphql_api.types.declaration import part_type
from graphql_api.types.fields import Info

KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@part_type(name=UNKNOWN_BLOCK, description="A block that has no type of its own in this schema.")
class UnknownBlockType(Block):
    @strawberry.field(
        description="What it stores, by the names of its fields, or as `value` where it has none; "
        "null in the place of what cannot be read."
    )
    async def raw(self, root: strawberry.Parent[Any], info: Info) -> JSON:
        keys = keys_in(root.data)
        rows = await info.context.loader.found_all(sorted(keys), root.chain)
        return JSON(without(root.data, keys - {row.key for row in rows}))


def keys_in(value: Any, *, in_list: bool = False) -> set[str]:
    """Find what may be the key of a document: nobody knows the fields of such a block.

    What is in a list has an id of its own.
    """
    if isinstance(value, str):
        return {value} if KEY.fullmatch(value) else set()
    if isinstance(value, list):
        return set().union(*(keys_in(item, in_list=True) for item in value))
    if isinstance(value, dict):
        fields = (item for name, item in value.items() if not (in_list and name == "id"))
        return set().union(*map(keys_in, fields))
    return set()


def without(value: Any, hidden: set[str]) -> Any:
    """Give a value with nothing in the place of hidden keys."""
    if isinstance(value, dict):
        return {name: without(item, hidden) for name, item in value.items() if name != KIND}
    if isinstance(value, list):
        return [without(item, hidden) for item in value]
    return None if isinstance(value, str) and value in hidden else value
