"""What is compiled of an operation, as far as it was executed."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema, NonNullTypeNode, OperationDefinitionNode
from graphql.execution.collect_fields import GroupedFieldSet

from graphql_api.compilation.batch import Asked, Batch, Execute
from graphql_api.compilation.run import Run
from graphql_api.compilation.selection import selection
from graphql_api.compilation.waiting import Executor


@dataclass(eq=False)
class Plan:
    """Compiles what is asked of a type when an object of it is met first, and keeps it.

    left: how many fields it may still compile, so that no operation fills the memory; for what
    is asked beyond them, graphql-core looks anew each time. roots: by the values that conditions
    may rest on, since they say what is asked.
    """

    left: int
    roots: dict[tuple[Any, ...], Execute] = field(default_factory=dict)

    def root(
        self, executor: Executor, type_: GraphQLObjectType, fields: GroupedFieldSet
    ) -> Execute | None:
        """Give how the operation's own fields are executed; None if that is not compiled."""
        key = (executor.schema, *conditions(executor))
        execute = self.roots.get(key) or self.compiled(type_, fields, executor.schema)
        if execute is not None:
            self.roots[key] = execute
        return execute

    def compiled(
        self, type_: GraphQLObjectType, fields: GroupedFieldSet, schema: GraphQLSchema
    ) -> Execute | None:
        if len(fields) > self.left:
            return None
        self.left -= len(fields)
        return selection(type_, fields, schema, self.below)

    def below(self, executor: Executor, field: Asked, type_: GraphQLObjectType) -> Execute:
        """Compile what a field asks of the objects of a type that it gives."""
        asked = executor.collect_subfields(type_, field.details).grouped_field_set
        return self.compiled(type_, asked, executor.schema) or as_ever(field, type_)


def as_ever(field: Asked, type_: GraphQLObjectType) -> Execute:
    """Let graphql-core execute what a field asks of a type."""

    def execute(run: Run, batch: Batch) -> None:
        for number, (source, answer) in enumerate(zip(batch.sources, batch.answers, strict=True)):
            place: Any = batch.place(number)
            given = (type_, field.details, place.path(), source, None)
            complete = partial(run.executor.collect_and_execute_subfields, *given)
            run.hand_back(place, complete, answer.update)

    return execute


def conditions(executor: Executor) -> list[Any]:
    """Give the values of all variables that `@skip` and `@include` can name."""
    values = executor.variable_values.coerced
    return [values.get(name) for name in boolean_variables(executor.operation)]


def boolean_variables(operation: OperationDefinitionNode) -> list[str]:
    return [
        one.variable.name.value
        for one in operation.variable_definitions or ()
        if named(one.type) == "Boolean"
    ]


def named(type_: Any) -> str | None:
    """Give the name of a type, required or not; None for a list."""
    inner = type_.type if isinstance(type_, NonNullTypeNode) else type_
    return inner.name.value if hasattr(inner, "name") else None
