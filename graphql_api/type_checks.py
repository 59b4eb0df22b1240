"""Which types that a host declares would break what the schema promises."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning
from graphql import GraphQLField, get_named_type, is_leaf_type
from wagtail.blocks import Block, StreamBlock
from wagtail.fields import StreamField

from graphql_api.documents.registry import block_kind, registered_blocks
from graphql_api.schema import schema
from graphql_api.types.declaration import DECLARED, place


def check_types(**kwargs: Any) -> list[CheckMessage]:
    return [*late(), *conflicts(), *unused()]


def late() -> Iterator[CheckMessage]:
    for name, declared in DECLARED.items():
        if schema.get_type_by_name(name) is None:
            yield Error(
                f"{place(declared)} was declared after the schema was made, and is not in it.",
                hint="Declare it in graphql_types.py of an installed app.",
                id="graphql_api.E009",
            )


def conflicts() -> Iterator[CheckMessage]:
    """Find fields that no query could ask of two blocks, or of two pages, at once."""
    for interface, means in SIDE_BY_SIDE.items():
        first: dict[str, tuple[str, str]] = {}
        for type_ in schema.implementing(interface):
            for name, field in type_.fields.items():
                owner, meaning = first.setdefault(name, (type_.name, means(field)))
                if means(field) != meaning:
                    yield Error(
                        f"{type_.name}.{name} is {means(field)}, but {owner}.{name} is {meaning}.",
                        hint="Give one of them another name: queries ask them side by side.",
                        id="graphql_api.E010",
                    )


def signature(field: GraphQLField) -> str:
    """Write a field's type and arguments as the schema does."""
    arguments = ", ".join(f"{name}: {argument.type}" for name, argument in field.args.items())
    return f"({arguments}): {field.type}" if arguments else str(field.type)


def shape(field: GraphQLField) -> str:
    """Write what an answer looks like: objects of two types can stand in one place, values not."""
    named = get_named_type(field.type)
    return str(field.type) if is_leaf_type(named) else str(field.type).replace(named.name, "{}")


# Of a block, a field's name says everything; pages and what else has an id agree in shape.
SIDE_BY_SIDE: Mapping[str, Callable[[GraphQLField], str]] = {"Block": signature, "Node": shape}


def unused() -> Iterator[CheckMessage]:
    used = {block_kind(block) for block in blocks_of_streams()}
    for block, kind in registered_blocks().items():
        if kind not in used:
            yield Warning(
                f"No StreamField has the block {block.__qualname__}: nothing is a {kind}.",
                hint="Register the class of the block that a StreamField names.",
                id="graphql_api.W003",
            )


def blocks_of_streams() -> Iterator[Block]:
    """Yield the blocks that streams have, at any depth."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield from blocks_in(field.stream_block)


def blocks_in(block: Block) -> Iterator[Block]:
    for child in children(block):
        if isinstance(block, StreamBlock):
            yield child
        yield from blocks_in(child)


def children(block: Block) -> Iterable[Block]:
    if hasattr(block, "child_block"):
        return [block.child_block]
    return getattr(block, "child_blocks", {}).values()
