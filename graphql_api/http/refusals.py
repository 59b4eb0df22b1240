"""Requests whose operation is not run: an error in JSON, and one line in the log."""

import logging
from uuid import uuid4

import orjson
from django.http import HttpRequest, HttpResponse
from graphql import GraphQLError

from graphql_api.errors import InvalidToken, MethodNotAllowed, RequestError
from graphql_api.http.masking import LONGEST_MESSAGE
from graphql_api.http.negotiation import JSON, media_type

logger = logging.getLogger(__name__)


def refusal(request: HttpRequest, error: RequestError) -> HttpResponse:
    """Give the answer to a request that carries no operation; what is wrong with it is logged."""
    if error.is_logged:
        request_id = uuid4().hex
        error.extensions = {**(error.extensions or {}), "requestId": request_id}
        message = " ".join(error.message.split())[:LONGEST_MESSAGE]
        logger.warning("Request %s is refused with %d: %s", request_id, error.status, message)
    response = answer(request, error, error.status)
    if isinstance(error, MethodNotAllowed):
        response["Allow"] = error.allow
    if isinstance(error, InvalidToken):
        response["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return response


def answer(request: HttpRequest, error: GraphQLError, status: int) -> HttpResponse:
    """Give an error as an answer."""
    response = HttpResponse(
        orjson.dumps({"errors": [error.formatted]}),
        status=status,
        content_type=content_type(request),
    )
    response["Cache-Control"] = "no-store"
    return response


def content_type(request: HttpRequest) -> str:
    return f"{media_type(request) or JSON}; charset=utf-8"
