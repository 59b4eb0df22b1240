"""What an operation asks of one object type: its fields, each as one function."""

from functools import partial
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet

from graphql_api.compilation.batch import Batch, Execute
from graphql_api.compilation.completion import completer
from graphql_api.compilation.field import Field
from graphql_api.compilation.reading import reader, reader_of_all
from graphql_api.compilation.run import Run


def selection(
    parent: GraphQLObjectType, asked: GroupedFieldSet, schema: GraphQLSchema, select: Any
) -> Execute:
    """Compile what is asked of a type; `select` compiles what is asked of its fields' objects."""
    steps = [
        step
        for number, (name, details) in enumerate(asked.items())
        if (step := compiled(name, number, parent, details, schema, select))
    ]

    def execute(run: Run, batch: Batch) -> None:
        for step in steps:
            step(run, batch)

    return execute


def compiled(
    name: str,
    number: int,
    parent: GraphQLObjectType,
    details: FieldDetailsList,
    schema: GraphQLSchema,
    select: Any,
) -> Execute | None:
    """Say how a field is executed; None for one that the schema does not have."""
    asked = details[0].node.name.value
    if asked == "__typename":
        return partial(type_name, name, parent.name)
    definition = schema.get_field(parent, asked)
    if definition is None:
        return None
    nodes = [one.node for one in details]
    read, complete = reader(schema, parent, asked), completer(definition.type)
    together = reader_of_all(schema, parent, asked)
    field = Field(
        name, number, parent, details, nodes, definition, select, read, complete, together
    )
    return partial(as_ever, field) if asked.startswith("__") else field.execute


def type_name(name: str, type_: str, run: Run, batch: Batch) -> None:
    for answer in batch.answers:
        answer[name] = type_


def as_ever(field: Field, run: Run, batch: Batch) -> None:
    """Have graphql-core execute a field that only it knows."""
    slots = field.slots(batch)
    for number, source in enumerate(batch.sources):
        place = slots.place(number)
        given = (field.parent, source, field.details, place.path(), None)
        slots.put(number, None)
        execute = partial(run.executor.execute_field, *given)
        run.hand_back(place, execute, partial(slots.put, number))
