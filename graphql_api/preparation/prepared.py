"""A document, parsed, with what one of its operations asks for."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    TokenKind,
    get_operation_ast,
    parse,
    value_from_ast_untyped,
)

from graphql_api import conf
from graphql_api.compilation.plan import Plan
from graphql_api.conf import Limits
from graphql_api.errors import LimitExceeded
from graphql_api.limits.measure import Measure
from graphql_api.limits.measuring import Measuring
from graphql_api.limits.usage import Usage, used

DIGITS = 100


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that was parsed, and what one of its operations asks for.

    size: bytes. defaults: the values of variables that are not given. asks_whole: what its
    executions find out about its fields, see Context. plan: what is compiled of it.
    """

    document: DocumentNode
    size: int
    plan: Plan
    aliases: int = 0
    directives: int = 0
    measure: Measure = field(default_factory=Measure)
    defaults: Mapping[str, Any] = field(default_factory=dict)
    asks_whole: dict[tuple[int, ...], bool] = field(default_factory=dict)

    def usage(self, variables: Mapping[str, Any]) -> Usage:
        """Say what the operation uses with these variables."""
        return used(
            self.measure,
            {**self.defaults, **variables},
            document_size=self.size,
            tokens=self.document.token_count,
            aliases=self.aliases,
            directives=self.directives,
        )


def prepared(query: str, name: str | None, schema: GraphQLSchema, limits: Limits) -> Prepared:
    """Parse a document and measure an operation; raise GraphQLError for what cannot be read."""
    size = len(query.encode())
    if size > limits.document_size:
        raise LimitExceeded("document_size", limits.document_size, size)
    with bounded(limits):
        document = parse(query, max_tokens=limits.tokens)
        refuse_long_numbers(document)
        return measured(document, size, name, schema)


def measured(
    document: DocumentNode, size: int, name: str | None, schema: GraphQLSchema
) -> Prepared:
    """Measure an operation; one that is not there, or not named among several, has no measure."""
    operation = get_operation_ast(document, name)
    if operation is None:
        return Prepared(document, size, Plan(0))
    measuring = Measuring(schema, document, conf.page_size())
    measure = measuring.operation(operation)
    return Prepared(
        document,
        size,
        Plan(document.token_count),
        measuring.aliases,
        measuring.directives,
        measure,
        defaults(operation),
    )


def defaults(operation: OperationDefinitionNode) -> dict[str, Any]:
    """Give the values that an operation's variables have unless they are given."""
    return {
        one.variable.name.value: value_from_ast_untyped(one.default_value)
        for one in operation.variable_definitions or ()
        if one.default_value
    }


def refuse_long_numbers(document: DocumentNode) -> None:
    """Raise GraphQLError for a number that Python would not read, and nobody means."""
    token = document.loc.start_token if document.loc else None
    while token is not None:
        if token.kind is TokenKind.INT and len(token.value or "") > DIGITS:
            raise GraphQLError(f"A number has more than {DIGITS} digits.")
        token = token.next


@contextmanager
def bounded(limits: Limits) -> Iterator[None]:
    """Turn what graphql-core cannot work through into errors of those who ask."""
    try:
        yield
    except GraphQLSyntaxError as error:
        raise aborted(error, limits) from error
    except RecursionError:
        raise LimitExceeded("depth", limits.depth) from None


def aborted(error: GraphQLSyntaxError, limits: Limits) -> GraphQLError:
    """Give an error of parsing the name of the limit at which it stopped, if it did."""
    if not error.message.endswith("Parsing aborted."):
        return error
    name = "depth" if "deeply" in error.message else "tokens"
    return LimitExceeded(name, getattr(limits, name))
