"""Which language an answer is in, and when an address without one is sent on to one."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which leaves a view's own 404 alone.

    Every path below a language is an answer, so Django would send the administration's browser
    from whatever is not found to a page that says where the API is.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 404 and request.resolver_match is not None:
            return response
        return super().process_response(request, response)
