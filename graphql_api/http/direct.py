"""Answers operations and files before the middleware that only people with a browser need."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import override

from graphql_api.http.negotiation import prefers_page

NAME = "graphql_api:graphql"
BY_HASH = "graphql_api:operation"
ROOT = "graphql_api_root"
# How the addresses of files end; whatever a client accepts, it gets the file.
ENDINGS = (".atom", ".ics", ".txt", ".xml")


class DirectAnswers:
    """Middleware that has operations, and files for crawlers and feed readers, answered at once.

    That is without session, login and cookies, and in no language of a browser.

    What every answer needs, such as TLS and the origins that may ask, stands before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.known: dict[str, ResolverMatch] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = self.match(request.path_info)
        if match is None or (not is_file(match, request.path_info) and prefers_page(request)):
            return self.get_response(request)
        request.resolver_match = match
        # Whatever language this thread spoke last.
        with override(settings.LANGUAGE_CODE):
            try:
                response = cast(HttpResponse, match.func(request, **match.kwargs))
            except Http404:
                # What is said of it then is the site's own.
                return self.get_response(request)
        response.headers.setdefault("Content-Length", str(len(response.content)))
        return response

    def match(self, path: str) -> ResolverMatch | None:
        """Give the view that is asked directly at a path; the API's address is looked up once."""
        if path in self.known:
            return self.known[path]
        try:
            found = resolve(path)
        except Resolver404:
            return None
        if found.view_name == NAME:
            self.known[path] = found
        return found if is_operation(found) or is_file(found, path) else None


def is_operation(match: ResolverMatch) -> bool:
    return match.view_name in {NAME, BY_HASH}


def is_file(match: ResolverMatch, path: str) -> bool:
    return match.app_name == ROOT and path.endswith(ENDINGS)
