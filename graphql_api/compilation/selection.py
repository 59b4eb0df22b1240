"""What an operation asks of one object type: its fields, each as one function."""

from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema, get_nullable_type, is_leaf_type
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
from graphql.pyutils import Path

from graphql_api.compilation.completion import completer, filled, is_told_by_info, settle
from graphql_api.compilation.field import READY, Execute, Executor, Field, is_awaitable
from graphql_api.compilation.reading import reader


def selection(
    parent: GraphQLObjectType, asked: GroupedFieldSet, schema: GraphQLSchema, select: Any
) -> Execute:
    """Compile what is asked of a type; `select` compiles what is asked of its fields' objects."""
    steps = [
        (name, step)
        for name, details in asked.items()
        if (step := compiled(name, parent, details, schema, select))
    ]

    def execute(executor: Executor, source: Any, path: Path | None) -> Any:
        found: dict[str, Any] = {}
        waiting = []
        try:
            for name, step in steps:
                value = found[name] = step(executor, source, path)
                if value.__class__ not in READY and is_awaitable(executor, value):
                    waiting.append(name)
        except Exception:
            settle(executor, found.values())
            raise
        return filled(found, waiting) if waiting else found

    return execute


def compiled(
    name: str,
    parent: GraphQLObjectType,
    details: FieldDetailsList,
    schema: GraphQLSchema,
    select: Any,
) -> Execute | None:
    """Say how a field is executed; None for one that the schema does not have."""
    asked = details[0].node.name.value
    if asked == "__typename":
        return lambda executor, source, path: parent.name
    definition = schema.get_field(parent, asked)
    if definition is None:
        return None
    if asked.startswith("__"):
        return lambda executor, source, path: executor.execute_field(
            parent, source, details, Path(path, name, parent.name), None
        )
    read, reads_info = reader(schema, parent, asked)
    needs_info = reads_info or is_told_by_info(definition.type)
    nodes = [one.node for one in details]
    complete = completer(definition.type)
    field = Field(name, parent, details, nodes, definition, read, complete, needs_info, select)
    is_plain = not needs_info and is_leaf_type(get_nullable_type(definition.type))
    return field.execute_leaf if is_plain else field.execute
