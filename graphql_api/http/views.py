"""The address of the API: operations over GET and POST, GraphiQL for a browser."""

from typing import Any, cast

import orjson
from cross_web import HTTPException
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError
from strawberry.django.views import GraphQLView
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.types import ExecutionResult

from graphql_api import conf
from graphql_api.context import Context
from graphql_api.errors import BadRequest, MethodNotAllowed, NotAcceptable, RequestError
from graphql_api.http.examples import examples
from graphql_api.http.masking import internal_error, logged, masked
from graphql_api.http.negotiation import JSON, is_refused, media_type, status, wants_page
from graphql_api.http.operation import operation


@method_decorator(csrf_exempt, name="dispatch")
class DocumentsView(GraphQLView):
    """Answers operations, errors in the same form; what goes wrong inside stays inside."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = self.answer(request)
        patch_vary_headers(response, ["Accept"])
        return response

    def answer(self, request: HttpRequest) -> HttpResponse:
        if conf.graphiql() and wants_page(request):
            return render(request, "graphql_api/graphiql.html", {"examples": examples()})
        try:
            return cast(HttpResponse, self.run(acceptable(request)))
        except RequestError as error:
            return refusal(request, error, error.status)
        except HTTPException as error:
            return refusal(request, BadRequest(error.reason), BadRequest.status)
        except Exception as error:  # noqa: BLE001 (a client of the API reads JSON, whatever fails)
            return refusal(request, internal_error(logged([error])), 500)

    def should_render_graphql_ide(self, request: Any) -> bool:
        return False

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Any:
        return Context(request=request, response=response)

    def parse_http_body(self, request: Any) -> GraphQLRequestData:
        return operation(request.request)

    def execute_operation(self, request: HttpRequest, *args: Any, **kwargs: Any) -> ExecutionResult:
        """Execute the operation and choose how its result travels."""
        executed = super().execute_operation(request, *args, **kwargs)
        result = masked(cast(ExecutionResult, executed))
        sub_response = kwargs["sub_response"]
        sub_response.status_code = status(result, media_type(request))
        sub_response["Content-Type"] = content_type(request)
        return result

    def process_result(self, request: HttpRequest, result: ExecutionResult) -> GraphQLHTTPResponse:
        response = super().process_result(request, result)
        if is_refused(result):
            del response["data"]
        return response

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


def acceptable(request: HttpRequest) -> HttpRequest:
    """Give the request; raise RequestError for one that no answer fits."""
    if request.method not in {"GET", "POST"}:
        raise MethodNotAllowed("Operations come by GET or POST.")
    if media_type(request) is None:
        raise NotAcceptable(f"Answers come as {JSON} or application/graphql-response+json.")
    return request


def refusal(request: HttpRequest, error: GraphQLError, status: int) -> HttpResponse:
    """Give the answer to a request whose operation did not run."""
    response = HttpResponse(
        orjson.dumps({"errors": [error.formatted]}),
        status=status,
        content_type=content_type(request),
    )
    if status == MethodNotAllowed.status:
        response["Allow"] = "GET, POST"
    return response


def content_type(request: HttpRequest) -> str:
    return f"{media_type(request) or JSON}; charset=utf-8"
