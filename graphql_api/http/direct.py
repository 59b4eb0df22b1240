"""Answers operations before the middleware that only people with a browser need."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import override

from graphql_api.http.negotiation import prefers_page

NAME = "graphql_api:graphql"
BY_HASH = "graphql_api:operation"


class DirectAnswers:
    """Middleware that hands operations to the API at once: no session, no login, no cookies.

    What every answer needs, such as TLS and the origins that may ask, stands before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.known: dict[str, ResolverMatch] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = self.match(request.path_info)
        if match is None or prefers_page(request):
            return self.get_response(request)
        request.resolver_match = match
        # Whatever language this thread spoke last.
        with override(settings.LANGUAGE_CODE):
            response = cast(HttpResponse, match.func(request, **match.kwargs))
        response.headers.setdefault("Content-Length", str(len(response.content)))
        return response

    def match(self, path: str) -> ResolverMatch | None:
        """Give the view that answers operations at a path; the API's address is looked up once."""
        if path in self.known:
            return self.known[path]
        try:
            found = resolve(path)
        except Resolver404:
            return None
        if found.view_name == NAME:
            self.known[path] = found
        return found if found.view_name in {NAME, BY_HASH} else None
