"""Which operations are refused before they run."""

from collections.abc import Iterator
from typing import Any

from graphql import FieldNode, GraphQLError, OperationDefinitionNode, ValidationRule
from strawberry.extensions import SchemaExtension

from graphql_api import conf
from graphql_api.errors import IntrospectionDisabled

INTROSPECTION = {"__schema", "__type"}


class NoIntrospection(ValidationRule):
    """Refuses questions about the schema; `__typename` says nothing of it."""

    def enter_field(self, node: FieldNode, *args: Any) -> None:
        if node.name.value in INTROSPECTION:
            message = f"`{node.name.value}` cannot be asked here; the schema is there as a file."
            self.report_error(IntrospectionDisabled(message, node))


class Introspection(SchemaExtension):
    """Holds operations to GRAPHQL_API_INTROSPECTION."""

    def on_operation(self) -> Iterator[None]:
        if not conf.introspection():
            rules = self.execution_context.validation_rules
            self.execution_context.validation_rules = (*rules, NoIntrospection)
        yield


class NamedOperation(SchemaExtension):
    """Refuses several operations without a name, of which Strawberry would run the first."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        named = context._provided_operation_name  # noqa: SLF001 (what is public is its guess)
        document = context.graphql_document
        operations = [
            definition
            for definition in (document.definitions if document else ())
            if isinstance(definition, OperationDefinitionNode)
        ]
        if named is None and len(operations) > 1:
            context.pre_execution_errors = [
                GraphQLError("Must provide operation name if query contains multiple operations.")
            ]
        yield
