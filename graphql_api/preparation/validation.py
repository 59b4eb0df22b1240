"""What is wrong with a document, or with what is asked of it."""

from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    MaxIntrospectionDepthRule,
    OperationDefinitionNode,
    ValidationRule,
    specified_rules,
)
from strawberry.schema.schema import validate_document

from graphql_api.conf import Limits
from graphql_api.errors import IntrospectionDisabled
from graphql_api.preparation.prepared import bounded

INTROSPECTION = {"__schema", "__type"}
AMBIGUOUS = "Must provide operation name if query contains multiple operations."


class NoIntrospection(ValidationRule):
    """Refuses questions about the schema; `__typename` says nothing of it."""

    def enter_field(self, node: FieldNode, *args: Any) -> None:
        if node.name.value in INTROSPECTION:
            message = f"`{node.name.value}` cannot be asked here; the schema is there as a file."
            self.report_error(IntrospectionDisabled(message, node))


def operations(document: DocumentNode) -> list[OperationDefinitionNode]:
    """Give the operations of a document, which may hold fragments too."""
    return [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]


def problems(
    document: DocumentNode,
    name: str | None,
    schema: GraphQLSchema,
    limits: Limits,
    *,
    introspection: bool,
) -> list[GraphQLError]:
    """Say why an operation of a document cannot be run; raise LimitExceeded where it is endless.

    name: of the operation, where there are several.
    """
    if name is None and len(operations(document)) > 1:
        return [GraphQLError(AMBIGUOUS)]
    rules = [*specified_rules, MaxIntrospectionDepthRule]
    if not introspection:
        rules.append(NoIntrospection)
    with bounded(limits):
        return validate_document(schema, document, tuple(rules))
