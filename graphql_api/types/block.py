"""A block of a stream, whatever it holds, and fields that are blocks."""

from collections.abc import Iterator
from typing import Annotated, Any

import strawberry

from graphql_api.documents.registry import UNKNOWN_BLOCK, Weight
from graphql_api.documents.rows import Part
from graphql_api.documents.streams import KIND
from graphql_api.types.editing import Editable
from graphql_api.types.fields import Info, Source, as_part, document_field

Flat = Annotated[
    bool | None,
    strawberry.argument(
        description="All blocks in one list, in the order in which they are read: behind each "
        "block those inside it, at any depth, whose `parentId` is its `id`."
    ),
]


@strawberry.interface(
    description="A block of a stream, such as the body of a page. What a block holds is no block: "
    "an item of a list, unless it is a stream of its own."
)
class Block(Editable):
    @strawberry.field(description="The block's own id, stable across publications.")
    def id(self, root: strawberry.Parent[Any]) -> strawberry.ID:
        return strawberry.ID(root.block.id)

    @strawberry.field(description="What kind of block it is: the name that its stream gives it.")
    def type(self, root: strawberry.Parent[Any]) -> str:
        return str(root.block.name)

    @strawberry.field(description="The id of the block it stands in; null where it is in none.")
    def parent_id(self, root: strawberry.Parent[Any]) -> strawberry.ID | None:
        return root.block.parent

    @classmethod
    def resolve_type(cls, obj: Part, info: Any, abstract_type: Any) -> str:
        kind = obj.block.kind if obj.block else UNKNOWN_BLOCK
        return kind if kind in info.schema.type_map else UNKNOWN_BLOCK


def blocks(description: str, name: str | None = None) -> Any:
    """A field of blocks of several kinds."""

    def resolver(root: strawberry.Parent[Any], info: Info, *, flat: Flat = False) -> list[Block]:
        stored = root.data.get(name or info.python_name) or []
        return list(inside(root, stored) if flat else (as_part(root, item) for item in stored))

    return document_field(resolver, description, name, weight=Weight.BODY)


def inside(root: Source, value: Any) -> Iterator[Any]:
    """Yield the blocks in a value, each before those inside it."""
    if isinstance(value, dict) and KIND in value:
        part = as_part(root, value)
        yield part
        yield from inside(part, part.data)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from inside(root, item)
