"""Where Strawberry has operations prepared, and where what asks too much is refused."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    MaxIntrospectionDepthRule,
    OperationDefinitionNode,
    ValidationRule,
    specified_rules,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from graphql_api import conf
from graphql_api.errors import IntrospectionDisabled
from graphql_api.limits.usage import as_header
from graphql_api.preparation.cache import PreparedCache
from graphql_api.preparation.prepared import bounded, prepared

USAGE_HEADER = "X-GraphQL-Usage"
LIMITS_HEADER = "X-GraphQL-Limits"

INTROSPECTION = {"__schema", "__type"}
AMBIGUOUS = "Must provide operation name if query contains multiple operations."

_cache = PreparedCache()


class NoIntrospection(ValidationRule):
    """Refuses questions about the schema; `__typename` says nothing of it."""

    def enter_field(self, node: FieldNode, *args: Any) -> None:
        if node.name.value in INTROSPECTION:
            message = f"`{node.name.value}` cannot be asked here; the schema is there as a file."
            self.report_error(IntrospectionDisabled(message, node))


class Preparation(SchemaExtension):
    """Has operations parsed, measured and validated, and refuses what asks too much."""

    @property
    def schema(self) -> GraphQLSchema:
        return self.execution_context.schema._schema  # noqa: SLF001 (its rules are run here)

    @property
    def name(self) -> str | None:
        # What is public is Strawberry's guess.
        return self.execution_context._provided_operation_name  # noqa: SLF001

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        query, self.limits = context.query or "", conf.limits()
        self.introspection = conf.introspection() or context.context.frontend is not None
        self.key = (query, self.name, self.limits, conf.page_size(), self.introspection)
        self.known = _cache.get(self.key)
        self.prepared = self.known or prepared(query, self.name, self.schema, self.limits)
        context.graphql_document = self.prepared.document
        context.context.asks_whole = self.prepared.asks_whole
        yield

    def on_validate(self) -> Iterator[None]:
        self.refuse_excess()
        self.execution_context.pre_execution_errors = [] if self.known else self.errors()
        if not self.execution_context.pre_execution_errors:
            _cache.put(self.key, self.prepared)
        yield

    def refuse_excess(self) -> None:
        """Tell what the operation uses, and raise LimitExceeded where that is too much."""
        context = self.execution_context
        usage = self.prepared.usage(context.variables or {})
        context.context.response[LIMITS_HEADER] = as_header(self.limits)
        context.context.response[USAGE_HEADER] = as_header(usage)
        usage.refuse_excess(self.limits)

    def errors(self) -> list[GraphQLError]:
        """Give what is wrong with the document, or with what is asked of it."""
        operations = [
            one
            for one in self.prepared.document.definitions
            if isinstance(one, OperationDefinitionNode)
        ]
        if self.name is None and len(operations) > 1:
            return [GraphQLError(AMBIGUOUS)]
        rules = [*specified_rules, MaxIntrospectionDepthRule]
        if not self.introspection:
            rules.append(NoIntrospection)
        with bounded(self.limits):
            return validate_document(self.schema, self.prepared.document, tuple(rules))
