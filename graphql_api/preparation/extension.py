"""Where Strawberry has operations prepared, and where what asks too much is refused."""

from collections.abc import Iterator

from graphql import GraphQLError, GraphQLSchema
from strawberry.extensions import SchemaExtension

from graphql_api import conf
from graphql_api.limits.usage import as_header
from graphql_api.preparation.cache import PreparedCache
from graphql_api.preparation.prepared import prepared
from graphql_api.preparation.validation import problems

USAGE_HEADER = "X-GraphQL-Usage"
LIMITS_HEADER = "X-GraphQL-Limits"

_cache = PreparedCache()
# Those of frontends' builds have room of their own, which no stranger's operation takes.
_registered = PreparedCache()


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
        self.cache = _registered if context.context.is_registered else _cache
        self.known = self.cache.get(self.key)
        self.prepared = self.known or prepared(query, self.name, self.schema, self.limits)
        context.graphql_document = self.prepared.document
        context.context.asks_whole = self.prepared.asks_whole
        if conf.compiled_operations():
            context.context.plan = self.prepared.plan
        yield

    def on_validate(self) -> Iterator[None]:
        self.refuse_excess()
        self.execution_context.pre_execution_errors = [] if self.known else self.problems()
        if not self.known and not self.execution_context.pre_execution_errors:
            self.cache.put(self.key, self.prepared)
        yield

    def refuse_excess(self) -> None:
        """Tell what the operation uses, and raise LimitExceeded where that is too much."""
        context = self.execution_context
        usage = self.prepared.usage(context.variables or {})
        context.context.response[LIMITS_HEADER] = as_header(self.limits)
        context.context.response[USAGE_HEADER] = as_header(usage)
        usage.refuse_excess(self.limits)

    def problems(self) -> list[GraphQLError]:
        document = self.prepared.document
        return problems(
            document, self.name, self.schema, self.limits, introspection=self.introspection
        )
