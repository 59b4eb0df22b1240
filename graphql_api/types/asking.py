"""What a field asks of the documents that it gives: their texts, or only their cards; a count."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import strawberry
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLResolveInfo,
    SelectionSetNode,
    get_named_type,
    is_composite_type,
)
from strawberry.utils.str_converters import to_camel_case

from graphql_api.context import Context
from graphql_api.documents.registry import texts_of
from graphql_api.documents.rows import Row
from graphql_api.types.declaration import DECLARED, read

NODE = "Node"


def asks_whole(info: strawberry.Info[Context, None]) -> bool:
    """Say whether texts are asked directly of the documents that a field gives.

    Arguments do not matter, so the answer is kept with the operation.
    """
    raw = info._raw_info  # noqa: SLF001 - Strawberry's own view of it is made anew for each field
    known, nodes = raw.context.asks_whole, raw.field_nodes
    field = id(nodes[0]) if len(nodes) == 1 else tuple(map(id, nodes))
    if field not in known:
        given = get_named_type(raw.return_type)
        known[field] = any(asked(node.selection_set, given, raw) for node in raw.field_nodes)
    return known[field]


def asks(name: str, info: strawberry.Info[Context, None]) -> bool:
    """Say whether a field is asked of what another field gives."""
    raw = info._raw_info  # noqa: SLF001 - as above
    given: Any = get_named_type(raw.return_type)
    return any(
        one.name.value == name
        for node in raw.field_nodes
        for one, _on in fields(node.selection_set, given, raw)
    )


async def found(row: Row, info: strawberry.Info[Context, None]) -> Any:
    """Give a document that is at hand: with its texts, if the field asks for them."""
    if row.whole or not asks_whole(info):
        return row
    return await info.context.loader.found(row.key, row.chain or (row.locale,), whole=True)


def asked(
    selection: SelectionSetNode | None, on: GraphQLNamedType, info: "GraphQLResolveInfo[Any]"
) -> bool:
    """Say whether a selection asks for texts: of a document, or of those inside what is none."""
    if is_document(on):
        return any(node.name.value in text_fields() for node, _on in fields(selection, on, info))
    return any(
        asked(node.selection_set, get_named_type(definition.type), info)
        for node, owner in fields(selection, on, info)
        if node.selection_set and (definition := info.schema.get_field(owner, node.name.value))
    )


def is_document(type_: GraphQLNamedType) -> bool:
    return type_.name == NODE or any(
        interface.name == NODE for interface in getattr(type_, "interfaces", ())
    )


def fields(
    selection: SelectionSetNode | None, on: GraphQLNamedType, info: "GraphQLResolveInfo[Any]"
) -> Iterator[tuple[FieldNode, Any]]:
    """Yield the fields of a selection, those of its fragments too, each with its type."""
    for node in selection.selections if selection else ():
        if isinstance(node, FieldNode):
            yield node, on
            continue
        fragment: Any = node
        if isinstance(node, FragmentSpreadNode):
            fragment = info.fragments[node.name.value]
        condition = fragment.type_condition
        narrowed = info.schema.get_type(condition.name.value) if condition else on
        if narrowed is not None and is_composite_type(narrowed):
            yield from fields(fragment.selection_set, narrowed, info)


@cache
def text_fields() -> frozenset[str]:
    """Name the fields that read what cards leave out; one that shares its name counts as one."""
    return frozenset(
        field.graphql_name or to_camel_case(field.python_name)
        for name, made in DECLARED.items()
        for field in made.__strawberry_definition__.fields  # type: ignore[attr-defined]
        if texts_of(name) & {*read(field)}
    )
