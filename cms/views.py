"""What a reader finds at a page's own address."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html


def page_address(request: HttpRequest, path: str) -> HttpResponse:
    """Answer every path alike, so that the answer tells nothing about what exists."""
    if settings.FRONTEND is None:
        return headless()
    return frontend(settings.FRONTEND)


def frontend(folder: Path) -> HttpResponse:
    """Give the one document of the reference frontend, which asks the API what stands there."""
    response = HttpResponse(folder.joinpath("index.html").read_bytes())
    # The administration shows previews in it.
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def headless() -> HttpResponse:
    """Give the way to the API, and nothing of the page."""
    page = format_html(
        '<!doctype html><html lang="de"><meta charset="utf-8"><title>Leitbild</title>'
        "<p>Hier gibt es keine Ansicht der Seiten: "
        'Ihre Inhalte liest man unter <a href="{address}">{address}</a>.</p>'
        '<p lang="en">The pages of this site are read at <a href="{address}">{address}</a>.</p>'
        "</html>",
        address=reverse("graphql_api:graphql"),
    )
    return HttpResponse(page, headers={"X-Robots-Tag": "noindex"})
