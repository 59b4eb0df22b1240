"""The schema, assembled: `make schema` writes it, without any host's types, to schema.graphql."""

from collections.abc import Iterable
from typing import Any, cast

import strawberry
from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, Undefined
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionResult

from graphql_api import conf
from graphql_api.compilation.executor import CompiledExecutor
from graphql_api.context import Context
from graphql_api.descriptions import describe
from graphql_api.documents.history import reading_as_of
from graphql_api.documents.reading import connect, limited_to
from graphql_api.documents.snapshot import snapshot
from graphql_api.errors import ApiError
from graphql_api.preparation.extension import Preparation
from graphql_api.previews.reading import reading_draft
from graphql_api.queries import Query
from graphql_api.turns import run
from graphql_api.types import unknown_block  # noqa: F401 - what no field names
from graphql_api.types.declaration import DECLARED
from graphql_api.types.fields import value
from graphql_api.types.rich_text import RICH_TEXT_DOCUMENT, RichTextDocument
from graphql_api.types.values import LOCALE_CODE, LocaleCode

SCALARS: dict[object, Any] = {LocaleCode: LOCALE_CODE, RichTextDocument: RICH_TEXT_DOCUMENT}


class DocumentSchema(strawberry.Schema):
    """A schema whose references are awaited, so that a level of them is read at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"execution_context_class": CompiledExecutor, **kwargs})
        describe(self._schema)
        drop_null_defaults(self._schema)

    def implementing(self, interface: str) -> Iterable[GraphQLObjectType]:
        """Give the types that have an interface."""
        found = self._schema.get_type(interface)
        return self._schema.get_implementations(cast(GraphQLInterfaceType, found)).objects

    def execute_sync(self, *args: Any, **kwargs: Any) -> ExecutionResult:
        context: Context = kwargs["context_value"]
        try:
            context.begin()
        except ApiError as error:
            return ExecutionResult(data=None, errors=[error])
        connect()
        with (
            limited_to(conf.max_seconds()) as deadline,
            snapshot(),
            reading_as_of(context.as_of),
            reading_draft(context.draft),
        ):
            result = run(self.execute(*args, **kwargs))
        if deadline.passed:
            # What there was time for is not the answer.
            return ExecutionResult(data=None, errors=[deadline.error()])
        return result

    def process_errors(self, *args: Any, **kwargs: Any) -> None:
        """Log nothing here: most errors are the asking side's, the others get a request id."""


def drop_null_defaults(schema: GraphQLSchema) -> None:
    """Say nothing of what is null unless given: a default that is written looks like a choice."""
    for type_ in schema.type_map.values():
        for field in getattr(type_, "fields", {}).values():
            for given in (field, *getattr(field, "args", {}).values()):
                if getattr(given, "default_value", Undefined) is None:
                    given.default_value = Undefined


schema = DocumentSchema(
    query=Query,
    types=list(DECLARED.values()),
    extensions=[Preparation],
    config=StrawberryConfig(default_resolver=value, scalar_map=SCALARS),
)
