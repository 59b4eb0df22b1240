"""What an answer says of an error: its code and message if it is ours, else only a request id."""

import logging
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from uuid import uuid4

from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.types import ExecutionResult

from graphql_api.documents.snapshot import note_fault
from graphql_api.errors import ApiError

logger = logging.getLogger(__name__)

LONGEST_MESSAGE = 200
MOST_PLACES = 5


def masked(result: ExecutionResult) -> ExecutionResult:
    """Replace what went wrong inside by a request id, which the log holds once."""
    inside = [error.original_error for error in result.errors or [] if is_inside(error)]
    if result.errors:
        request_id = logged(inside) if inside else ""
        result.errors = [mask(error, request_id) for error in result.errors]
    return result


def is_inside(error: GraphQLError) -> bool:
    """Say whether the asking side can do nothing about it."""
    original = error.original_error
    if isinstance(original, GraphQLError):
        # A value that its own type cannot say has no place in the operation.
        return not isinstance(original, ApiError) and bool(error.path) and not original.nodes
    return original is not None


def mask(error: GraphQLError, request_id: str) -> GraphQLError:
    if is_inside(error):
        return internal_error(request_id, error)
    original = error.original_error
    return with_code(error, original.code if isinstance(original, ApiError) else None)


def internal_error(request_id: str, error: GraphQLError | None = None) -> GraphQLError:
    """Give what the outside learns of a fault inside."""
    return GraphQLError(
        "Something went wrong.",
        nodes=error.nodes if error else None,
        path=error.path if error else None,
        extensions={"code": "INTERNAL_ERROR", "requestId": request_id},
    )


def logged(errors: Sequence[BaseException | None]) -> str:
    """Log the faults of a request in one line, the trace for debugging alone; give its id."""
    note_fault()
    request_id = uuid4().hex
    first = errors[0]
    logger.error(
        "Request %s failed %d times, first with %s", request_id, len(errors), described(first)
    )
    logger.debug("Request %s", request_id, exc_info=first)
    return request_id


def described(error: BaseException | None) -> str:
    """Say in one bounded line what happened where."""
    frames = extract_tb(error.__traceback__, -MOST_PLACES) if error else []
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    message = " ".join(str(error).split())[:LONGEST_MESSAGE]
    return f"{type(error).__name__} ({message}) at {places}"


def with_code(error: GraphQLError, code: str | None) -> GraphQLError:
    named = code or (error.extensions or {}).get("code")
    fallback = "SYNTAX_ERROR" if isinstance(error, GraphQLSyntaxError) else "VALIDATION_ERROR"
    error.extensions = {**(error.extensions or {}), "code": named or fallback}
    return error
