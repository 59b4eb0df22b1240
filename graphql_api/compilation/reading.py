"""How a field is read: its resolver is called as Strawberry would, without looking again how."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema
from graphql.execution.values import get_argument_values
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from graphql_api.compilation.field import Executor, Field, Read

# What a resolver cannot change, so that all its calls may share it.
UNCHANGEABLE = (str, int, float, bool, date, Enum, type(None))


@cache
def reader(schema: GraphQLSchema, parent: GraphQLObjectType, name: str) -> tuple[Read, bool]:
    """Say how a field of a type is read, and whether that looks at the operation."""
    definition: Any = schema.get_field(parent, name)
    declared = declaration(definition, schema)
    if declared is None:
        return resolved, True
    if declared.base_resolver is None:
        return looked_up(declared), False
    call = caller(declared, schema)
    if definition.args:
        return called(declared, call, schema), True
    needs_info = declared.base_resolver.info_parameter is not None
    return (lambda executor, field, source, info: call(source, info, {})), needs_info


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


def resolved(executor: Executor, field: Field, source: Any, info: Any) -> Any:
    """Call what the schema names as a field's resolver."""
    resolve = field.definition.resolve or executor.field_resolver
    return resolve(source, info, **argument_values(executor, field))


def looked_up(declared: StrawberryField) -> Read:
    """Look a field up in its source."""
    get, name = declared.default_resolver, declared.python_name
    return lambda executor, field, source, info: get(source, name)


def caller(declared: StrawberryField, schema: GraphQLSchema) -> Callable[..., Any]:
    """Give what calls a resolver with the source, `info` and arguments, as it names them."""
    resolver: Any = declared.base_resolver
    function, takes_self = resolver.wrapped_func, resolver.self_parameter is not None
    sources = [one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one]
    info_name = resolver.info_parameter and resolver.info_parameter.name
    info_class = converter(schema).config.info_class

    def call(source: Any, info: Any, arguments: dict[str, Any]) -> Any:
        named = dict(arguments)
        for name in sources:
            named[name] = source
        if info_name:
            named[info_name] = info_class(_raw_info=info, _field=declared)
        return function(source, **named) if takes_self else function(**named)

    return call


def called(declared: StrawberryField, call: Callable[..., Any], schema: GraphQLSchema) -> Read:
    """Call a resolver with arguments; they are converted once where no call can change them."""
    config, scalars = converter(schema).config, converter(schema).scalar_registry

    def converted(values: dict[str, Any], info: Any) -> dict[str, Any]:
        return convert_arguments(values, declared.arguments, scalars, config, info)

    def read(executor: Any, field: Field, source: Any, info: Any) -> Any:
        known = executor.arguments.get(field)
        if known is None:
            known = converted(argument_values(executor, field), info)
            if all(isinstance(value, UNCHANGEABLE) for value in known.values()):
                executor.arguments[field] = known
        return call(source, info, known)

    async def later(source: Any, info: Any, values: dict[str, Any]) -> Any:
        return await call(source, info, converted(values, info))

    def read_later(executor: Executor, field: Field, source: Any, info: Any) -> Any:
        return later(source, info, argument_values(executor, field))

    return read_later if declared.is_async else read


def argument_values(executor: Executor, field: Field) -> dict[str, Any]:
    """Give the arguments of a field as graphql-core does; raise GraphQLError for wrong ones."""
    first = field.details[0]
    return get_argument_values(
        field.definition,
        first.node,
        executor.variable_values,
        first.fragment_variable_values,
        executor.hide_suggestions,
    )
