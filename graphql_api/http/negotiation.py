"""In which media type an answer comes, and with which status: GraphQL over HTTP."""

from functools import lru_cache
from http import HTTPStatus

from django.http import HttpRequest
from strawberry.types import ExecutionResult

JSON = "application/json"
RESPONSE = "application/graphql-response+json"

# With their charset, which a client may name or not, as either is written.
OFFERED = {
    f"{name}; charset={utf}": name for name in (JSON, RESPONSE) for utf in ("utf-8", "UTF-8")
}
PAGE = "text/html"

# There are few that clients send, and each is asked several times for an answer.
KEPT, LENGTH_KEPT = 100, 500


def media_type(request: HttpRequest) -> str | None:
    """Give the type that the client likes best; None where it takes neither."""
    return OFFERED.get(preferred(request, tuple(OFFERED)) or "")


def prefers_page(request: HttpRequest) -> bool:
    """Say whether a person with a browser asks."""
    return request.method == "GET" and preferred(request, (*OFFERED, PAGE)) == PAGE


def preferred(request: HttpRequest, offered: tuple[str, ...]) -> str | None:
    accept = request.headers.get("Accept", "*/*")
    choose = preferred_of if len(accept) <= LENGTH_KEPT else preferred_of.__wrapped__
    return choose(accept, offered)


@lru_cache(KEPT)
def preferred_of(accept: str, offered: tuple[str, ...]) -> str | None:
    """Choose as Django does of what is offered, by the header `Accept`."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept
    return request.get_preferred_type(list(offered))


def wants_page(request: HttpRequest) -> bool:
    """Say whether a person with a browser asks, and not for an operation."""
    return prefers_page(request) and not {"query", "documentId"} & request.GET.keys()


def status(result: ExecutionResult, media_type: str | None) -> HTTPStatus:
    """Give the status: a refused operation shows in the newer type alone."""
    refused = is_refused(result) and media_type == RESPONSE
    return HTTPStatus.BAD_REQUEST if refused else HTTPStatus.OK


def is_refused(result: ExecutionResult) -> bool:
    """Say whether the operation never ran: what fails in a field says in which."""
    errors = result.errors or []
    return result.data is None and bool(errors) and all(error.path is None for error in errors)
