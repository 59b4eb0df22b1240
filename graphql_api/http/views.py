"""The address of the API: operations over GET and POST, GraphiQL for a browser."""

from typing import Any, cast

import orjson
from cross_web import HTTPException
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types import ExecutionResult

from graphql_api import conf
from graphql_api.context import Context
from graphql_api.documents.tags import collected
from graphql_api.errors import (
    BadRequest,
    MethodNotAllowed,
    NotAcceptable,
    NotByAddress,
    RequestError,
)
from graphql_api.frontends.models import Frontend
from graphql_api.frontends.tokens import frontend_of
from graphql_api.http.cache_tags import are_asked, header
from graphql_api.http.examples import examples
from graphql_api.http.masking import internal_error, logged, masked
from graphql_api.http.negotiation import JSON, is_refused, media_type, status, wants_page
from graphql_api.http.operation import operation
from graphql_api.http.persisted import remember
from graphql_api.http.refusals import answer, content_type, refusal


@method_decorator(csrf_exempt, name="dispatch")
class DocumentsView(GraphQLView):
    """Answers operations, errors in the same form; what goes wrong inside stays inside."""

    frontend: Frontend | None = None

    def dispatch(
        self, request: HttpRequest, *args: Any, digest: str | None = None, **kwargs: Any
    ) -> HttpResponse:
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = self.answer(request, digest)
        patch_vary_headers(response, ["Accept", "Authorization"])
        if "Authorization" in request.headers:
            response["Cache-Control"] = "private, no-store"
        # What there is to say of a refusal is logged already.
        response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
        return without_body(response) if is_head else response

    def answer(self, request: HttpRequest, digest: str | None) -> HttpResponse:
        """Answer the operation that the request says, or that its address names by a hash."""
        try:
            self.frontend = frontend = frontend_of(request)
            if (conf.graphiql() or frontend) and digest is None and wants_page(request):
                return render(request, "graphql_api/graphiql.html", {"examples": examples()})
            self.asked = operation(acceptable(request), digest, may_ask_all=frontend is not None)
            return cast(HttpResponse, self.run(request))
        except RequestError as error:
            return refusal(request, error)
        except HTTPException as error:
            return refusal(request, operation_error(error))
        except SuspiciousOperation:
            return refusal(request, BadRequest("The request cannot be read."))
        except Exception as error:  # noqa: BLE001 (a client of the API reads JSON, whatever fails)
            return answer(request, internal_error(logged([error])), 500)

    def should_render_graphql_ide(self, request: Any) -> bool:
        return False

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Any:
        return Context(
            request=request,
            response=response,
            frontend=self.frontend,
            is_registered=self.asked.is_registered,
        )

    def parse_http_body(self, request: Any) -> GraphQLRequestData:
        return self.asked

    def execute_operation(self, request: HttpRequest, *args: Any, **kwargs: Any) -> ExecutionResult:
        """Execute the operation and choose how its result travels."""
        with collected(are_asked(request)) as dependencies:
            executed = super().execute_operation(request, *args, **kwargs)
        result = masked(cast(ExecutionResult, executed))
        if not is_refused(result):
            remember(self.asked)
        sub_response = kwargs["sub_response"]
        sub_response.status_code = status(result, media_type(request))
        sub_response["Content-Type"] = content_type(request)
        if result.errors:
            sub_response.headers.setdefault("Cache-Control", "no-store")
        elif dependencies is not None:
            name, tags = header(dependencies)
            sub_response.headers[name] = tags
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


def operation_error(error: HTTPException) -> RequestError:
    """Say in our words what Strawberry will not run."""
    if isinstance(error.__cause__, InvalidOperationTypeError):
        return NotByAddress("By GET nothing but queries is asked.")
    return BadRequest(error.reason)


def without_body(response: HttpResponse) -> HttpResponse:
    """Answer HEAD as GET would be answered, but for the body."""
    response["Content-Length"] = str(len(response.content))
    response.content = b""
    return response
