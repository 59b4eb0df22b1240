"""The operation that a request carries, read strictly: JSON or an address, nothing else."""

from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from strawberry.http import GraphQLRequestData

from graphql_api import conf
from graphql_api.errors import BadRequest, BodyTooLarge, UnsupportedMediaType
from graphql_api.http.negotiation import JSON
from graphql_api.http.trusted import document

# What each part of an operation must be, unless it is left out or null.
PARTS: dict[str, tuple[type, str]] = {
    "query": (str, "a string"),
    "documentId": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
}


@dataclass(kw_only=True)
class Asked(GraphQLRequestData):
    """What a request asks. is_registered: a frontend's build registered the operation."""

    is_registered: bool


def operation(request: HttpRequest, digest: str | None, *, may_ask_all: bool) -> Asked:
    """Read the operation; raise RequestError for what is none.

    digest: the hash that its address names. may_ask_all: whatever is registered.
    """
    parts = in_address(request) if request.method == "GET" else in_body(request)
    for name, (kind, expected) in PARTS.items():
        if not isinstance(parts.get(name), (kind, type(None))):
            raise BadRequest(f"`{name}` must be {expected}.")
    found = document(parts, digest, may_ask_all=may_ask_all)
    return Asked(
        query=found.text,
        variables=parts.get("variables"),
        operation_name=parts.get("operationName") or None,
        extensions=parts.get("extensions"),
        is_registered=found.is_registered,
    )


def in_address(request: HttpRequest) -> dict[str, Any]:
    parts: dict[str, Any] = dict(request.GET.items())
    for name in ("variables", "extensions"):
        if name in parts:
            parts[name] = parsed(parts[name].encode(), f"`{name}`") if parts[name] else None
    return parts


def in_body(request: HttpRequest) -> dict[str, Any]:
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type != JSON or charset not in {"utf-8", "utf8"}:
        raise UnsupportedMediaType("The body must be application/json in UTF-8.")
    parts = parsed(body(request), "The body")
    if isinstance(parts, list):
        raise BadRequest("One operation at a time: no batches.")
    if not isinstance(parts, dict):
        raise BadRequest("The body must be a JSON object.")
    return parts


def body(request: HttpRequest) -> bytes:
    """Read the body; raise BodyTooLarge for one that is, before it is read."""
    limit = conf.max_body_size()
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > limit:
        raise BodyTooLarge(limit, size)
    try:
        return request.body
    except RequestDataTooBig as error:
        raise BodyTooLarge(settings.DATA_UPLOAD_MAX_MEMORY_SIZE, size) from error


def parsed(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"{what} is not valid JSON.") from error
