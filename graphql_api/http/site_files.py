"""What the files for crawlers and feed readers have in common: their site, and how they travel."""

from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from graphql_api.context import SITE_HEADER, moment
from graphql_api.documents.reading import Moment, connect
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import site_of
from graphql_api.documents.tags import PAGES, Dependencies
from graphql_api.http.cache_tags import are_asked, header

# A cache need not ask again for five minutes.
CACHE_CONTROL = "public, max-age=300"


def asked_site(request: HttpRequest) -> tuple[Row, Moment]:
    """Give the site that a request is about, and the moment; raise Http404 where there is none."""
    connect()
    here = moment(request, timezone.now())
    site = site_of(here)
    if site is None:
        raise Http404
    return site, here


def file(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    """Answer with a file, or with the news that it has not changed.

    There is no Last-Modified: what was taken down, or ended by itself, leaves no later date.
    """
    etag = quote_etag(sha256(text.encode()).hexdigest())
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    response["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, [SITE_HEADER])
    if are_asked(request):
        name, tags = header(Dependencies({(PAGES, "")}))
        response[name] = tags
    return response
