"""What an answer says of an error: its code and message if it is ours, else only a request id."""

import logging
from uuid import uuid4

from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.types import ExecutionResult

from graphql_api.errors import ApiError

logger = logging.getLogger(__name__)


def masked(result: ExecutionResult) -> ExecutionResult:
    """Replace what went wrong inside by a request id, which the log also holds."""
    if result.errors:
        result.errors = [mask(error) for error in result.errors]
    return result


def mask(error: GraphQLError) -> GraphQLError:
    original = error.original_error
    if isinstance(original, ApiError):
        return with_code(error, original.code)
    if original is None:
        return with_code(error, error.extensions.get("code") if error.extensions else None)
    request_id = uuid4().hex
    logger.error("Operation failed, request %s", request_id, exc_info=original)
    return GraphQLError(
        "Something went wrong.",
        nodes=error.nodes,
        path=error.path,
        extensions={"code": "INTERNAL_ERROR", "requestId": request_id},
    )


def with_code(error: GraphQLError, code: str | None) -> GraphQLError:
    fallback = "SYNTAX_ERROR" if isinstance(error, GraphQLSyntaxError) else "VALIDATION_ERROR"
    error.extensions = {**(error.extensions or {}), "code": code or fallback}
    return error
