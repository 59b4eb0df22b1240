"""What a reader finds at a page's own address: the way to the API, and nothing of the page."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html


def headless(request: HttpRequest, path: str) -> HttpResponse:
    """Answer every path alike, so that the answer tells nothing about what exists."""
    page = format_html(
        '<!doctype html><html lang="de"><meta charset="utf-8"><title>Leitbild</title>'
        "<p>Hier gibt es keine Ansicht der Seiten: "
        'Ihre Inhalte liest man unter <a href="{address}">{address}</a>.</p>'
        '<p lang="en">The pages of this site are read at <a href="{address}">{address}</a>.</p>'
        "</html>",
        address=reverse("graphql_api:graphql"),
    )
    return HttpResponse(page, headers={"X-Robots-Tag": "noindex"})
