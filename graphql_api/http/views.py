"""The address of the API: operations over GET and POST, GraphiQL for a browser."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView
from strawberry.http import GraphQLHTTPResponse
from strawberry.types import ExecutionResult

from graphql_api import conf
from graphql_api.context import Context
from graphql_api.http.examples import examples
from graphql_api.http.masking import masked


@method_decorator(csrf_exempt, name="dispatch")
class DocumentsView(GraphQLView):
    """Answers operations; what goes wrong inside stays inside."""

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Any:
        return Context(request=request, response=response)

    def process_result(self, request: HttpRequest, result: ExecutionResult) -> GraphQLHTTPResponse:
        return super().process_result(request, masked(result))

    def should_render_graphql_ide(self, request: Any) -> bool:
        return conf.graphiql() and super().should_render_graphql_ide(request)

    def render_graphql_ide(self, request: HttpRequest) -> HttpResponse:
        return render(request, "graphql_api/graphiql.html", {"examples": examples()})
