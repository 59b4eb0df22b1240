"""What somebody sees who opens a shared link: the frontend's preview, or that it is over."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from graphql_api.previews.serving import address
from graphql_api.previews.sharing import opened, signed_for

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
NEVER, OVER = 404, 410


@require_safe
def shared_preview(request: HttpRequest, signed: str) -> HttpResponse:
    """Lead to the draft; of a link that does not hold nobody is told why."""
    key = signed_for(signed)
    shared = opened(key) if key else None
    if shared is None or shared.draft is None or not shared.frontend.preview_address:
        response = over(request, OVER if key else NEVER)
    else:
        response = redirect(address(shared.frontend, shared.page.specific, shared.draft))
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def over(request: HttpRequest, status: int) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        return render(request, "graphql_api/preview_over.html", status=status)
