"""What the admin shows when a change could not become public: a message, and the draft."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from graphql_api.documents.errors import ProjectionError

PUBLISH = "action-publish"


class RefusedChange:
    """Middleware: answers a ProjectionError in the admin, where Django would show a bare 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ProjectionError) or not is_admin(request):
            return None
        if not request.accepts("text/html"):
            return JsonResponse(
                {
                    "success": False,
                    "error_code": "projection_failed",
                    "error_message": str(exception),
                },
                status=HTTPStatus.BAD_REQUEST,
            )
        # A bulk action has already told of its success.
        list(get_messages(request))
        messages.error(request, f"{exception} {_('Nothing was published.')}")
        if is_creating(request):
            return saved_as_draft(request)
        return redirect(request.get_full_path())


def is_admin(request: HttpRequest) -> bool:
    try:
        return request.path.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False


def is_creating(request: HttpRequest) -> bool:
    """Say whether a new page was to be published: nothing of it is stored yet."""
    match = request.resolver_match
    return match is not None and match.url_name == "add" and PUBLISH in request.POST


def saved_as_draft(request: HttpRequest) -> HttpResponse:
    """Do what the editor's other button does, so that the text isn't lost."""
    match = request.resolver_match
    if match is None:
        return redirect("wagtailadmin_home")
    fields = request.POST.copy()
    fields.pop(PUBLISH, None)
    request.POST = fields  # type: ignore[assignment]
    return match.func(request, *match.args, **match.kwargs)
