"""How a field is read: its resolver is called as Strawberry would, without looking again how."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, VariableNode
from graphql.execution.values import get_argument_values
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from graphql_api.compilation.batch import Batch
from graphql_api.compilation.calling import caller
from graphql_api.compilation.field import Field, Read, Together
from graphql_api.compilation.info import Infos
from graphql_api.compilation.run import Run

# What a resolver cannot change, so that all its calls may share it.
UNCHANGEABLE = (str, int, float, bool, date, Enum, type(None))


@cache
def reader(schema: GraphQLSchema, parent: GraphQLObjectType, name: str) -> Read:
    """Say how a field of a type is read."""
    definition: Any = schema.get_field(parent, name)
    declared = declaration(definition, schema)
    if declared is None:
        return resolved
    if declared.base_resolver is None:
        return looked_up(declared)
    return called(declared, schema, takes_arguments=bool(definition.args))


def declaration(definition: GraphQLField, schema: GraphQLSchema) -> StrawberryField | None:
    """Give Strawberry's field; None where more happens than a call of its resolver."""
    declared = definition.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    is_plain = (
        isinstance(declared, StrawberryField)
        and type(declared).get_result is StrawberryField.get_result
        # Strawberry marks so the resolvers that it makes.
        and hasattr(definition.resolve, "_is_default")
        and not declared.extensions
        and not converter(schema)._get_field_exception_handlers(declared)  # noqa: SLF001
    )
    return declared if is_plain else None


def converter(schema: GraphQLSchema) -> GraphQLCoreConverter:
    """Give what made the schema of Strawberry's types."""
    made: GraphQLCoreConverter = schema._strawberry_schema.schema_converter  # type: ignore[attr-defined]  # noqa: SLF001
    return made


def resolved(run: Run, field: Field, batch: Batch) -> list[Any]:
    """Call what the schema names as a field's resolver."""
    resolve, slots = field.definition.resolve or run.executor.field_resolver, field.slots(batch)

    def one(number: int, source: Any) -> Any:
        return resolve(source, run.info(slots.place(number)), **argument_values(run, field))

    return each(one, batch)


def each(read: Callable[[int, Any], Any], batch: Batch) -> list[Any]:
    """Read something of each object; what fails is an error in its place."""
    values: list[Any] = []
    for number, source in enumerate(batch.sources):
        try:
            values.append(read(number, source))
        except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
            values.append(error)
    return values


def looked_up(declared: StrawberryField) -> Read:
    """Look a field up in its source."""
    get, name = declared.default_resolver, declared.python_name
    return plain(lambda source: get(source, name))


def plain(get: Callable[[Any], Any]) -> Read:
    """Read of each object what rests on nothing else."""

    def read(run: Run, field: Field, batch: Batch) -> list[Any]:
        values: list[Any] = []
        for source in batch.sources:
            try:
                values.append(get(source))
            except Exception as error:  # noqa: BLE001 (as above)
                values.append(error)
        return values

    return read


def called(declared: StrawberryField, schema: GraphQLSchema, *, takes_arguments: bool) -> Read:
    """Call a resolver of Strawberry's."""
    call, resolver = caller(declared), declared.base_resolver
    needs_info = resolver is not None and resolver.info_parameter is not None
    info_class = converter(schema).config.info_class
    if not needs_info and not takes_arguments:
        return plain(lambda source: call(source, None, {}))

    def read(run: Run, field: Field, batch: Batch) -> list[Any]:
        infos = Infos(run, field, batch, declared, info_class) if needs_info else None

        def one(number: int, source: Any) -> Any:
            given = arguments(run, field, declared, schema) if takes_arguments else {}
            return call(source, infos and infos.at(number), given)

        return each(one, batch)

    return read


@cache
def reader_of_all(schema: GraphQLSchema, parent: GraphQLObjectType, name: str) -> Together | None:
    """Say how a field is read of many objects with one call, if its resolver says how.

    It does by an attribute `together`, which takes the objects and `info`.
    """
    declared = declaration(schema.get_field(parent, name), schema)  # type: ignore[arg-type]
    resolver: Any = declared and declared.base_resolver
    resolve = getattr(resolver and resolver.wrapped_func, "together", None)
    info_class = converter(schema).config.info_class
    if declared is None or resolve is None:
        return None
    return lambda run, field, batch: resolve(
        batch.sources, Infos(run, field, batch, declared, info_class).at(0)
    )


def arguments(
    run: Run, field: Field, declared: StrawberryField, schema: GraphQLSchema
) -> dict[str, Any]:
    """Give the arguments of a call; converted once where no call can change them."""
    known = field.arguments or run.arguments.get(field)
    if known is None:
        config, scalars = converter(schema).config, converter(schema).scalar_registry
        values = argument_values(run, field)
        known = convert_arguments(values, declared.arguments, scalars, config, None)
        if all(isinstance(value, UNCHANGEABLE) for value in known.values()):
            run.arguments[field] = known
            if all(is_constant(one.value) for one in field.nodes[0].arguments or ()):
                field.arguments = known
    return known


def is_constant(value: Any) -> bool:
    """Say whether an argument is written with no variable, so that it never changes."""
    if isinstance(value, VariableNode):
        return False
    fields = getattr(value, "fields", None) or ()
    inside = [*(getattr(value, "values", None) or ()), *(one.value for one in fields)]
    return all(map(is_constant, inside))


def argument_values(run: Run, field: Field) -> dict[str, Any]:
    """Give the arguments of a field as graphql-core does; raise GraphQLError for wrong ones."""
    first = field.details[0]
    return get_argument_values(
        field.definition,
        first.node,
        run.executor.variable_values,
        first.fragment_variable_values,
        run.executor.hide_suggestions,
    )
