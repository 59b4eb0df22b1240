"""What fields cost: docs/reference/limits.md publishes it.

A field costs 1 for each object that it is asked of, or what is said here.
A list multiplies what is asked of its objects by its length.
"""

from collections.abc import Mapping

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    IntValueNode,
    ListValueNode,
    ValueNode,
    VariableNode,
    get_named_type,
)

from graphql_api.limits.formula import Formula, Size, Variables, joined
from graphql_api.limits.nesting import levels, size

CONNECTION = 50
WEIGHTS: Mapping[str, int] = {"facets": 100, "search": 200, "searchSuggestions": 100}

# Arguments whose every value becomes SQL.
CONDITIONS = ("filter", "order")
CONDITION = 20

# How long lists are taken to be that nobody gives a size.
LENGTH = 5
LENGTHS: Mapping[str, int] = {
    "actors": 50,
    "body": 15,
    "districts": 100,
    "entries": 50,
    "fields": 20,
    "searchSuggestions": 8,
}

# Arguments that say how long a list is, and the fields of a connection that are so long.
SLICES = ("first", "last", "ids")
NODES = ("nodes", "edges")


def is_connection(field: GraphQLField | None) -> bool:
    return field is not None and has_pages(get_named_type(field.type))


def has_pages(type_: GraphQLNamedType | None) -> bool:
    return "pageInfo" in getattr(type_, "fields", {})


def is_nodes(node: FieldNode, on: GraphQLNamedType | None) -> bool:
    return has_pages(on) and node.name.value in NODES


def is_list(field: GraphQLField | None) -> bool:
    type_ = getattr(field, "type", None)
    return isinstance(type_.of_type if isinstance(type_, GraphQLNonNull) else type_, GraphQLList)


def weight(node: FieldNode, field: GraphQLField | None) -> Formula:
    """Give what a field costs by itself, without what is asked of its objects."""
    own = WEIGHTS.get(node.name.value, CONNECTION if is_connection(field) else 1)
    values = [
        argument.value for argument in node.arguments or () if argument.name.value in CONDITIONS
    ]
    return joined(sum, own, *(conditions(value) for value in values))


def conditions(value: ValueNode) -> Formula:
    """Give the cost of a filter or an order."""
    given = [part for level in levels([value]) for part in level]
    variables = [part.name.value for part in given if isinstance(part, VariableNode)]
    literals = len(given) - len(variables)
    return joined(sum, CONDITION * literals, *(conditions_in(name) for name in variables))


def conditions_in(name: str) -> Size:
    def of(variables: Variables) -> int:
        return CONDITION * size(variables.get(name))

    return Size(of)


def length(node: FieldNode, field: GraphQLField | None, page_size: int) -> Formula:
    """Give how many objects a field has, or how many nodes a connection."""
    usual = LENGTHS.get(node.name.value, page_size if is_connection(field) else LENGTH)
    for argument in node.arguments or ():
        if argument.name.value in SLICES:
            return sliced(argument.value, usual)
    return usual if is_connection(field) or is_list(field) else 1


def sliced(value: ValueNode, usual: int) -> Formula:
    """Give the length that an argument asks for, `usual` where it asks for none."""
    if isinstance(value, IntValueNode):
        return counted(int(value.value), usual)
    if isinstance(value, ListValueNode):
        return len(value.values)
    if isinstance(value, VariableNode):
        name = value.name.value
        return Size(lambda variables: counted(variables.get(name), usual))
    return usual


def counted(value: object, usual: int) -> int:
    """Read a length; one that is none is refused later, where it is read."""
    if isinstance(value, list):
        return len(value)
    return max(0, value) if isinstance(value, int) else usual
