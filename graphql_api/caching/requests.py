"""Which requests are answered from the cache, and what makes two of them the same."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from graphql_api.caching.encodings import encoding_of
from graphql_api.http.direct import ENDINGS, is_file, is_operation
from graphql_api.http.negotiation import media_type, prefers_page

Environ = Mapping[str, Any]

READING = {"GET", "HEAD"}
# Who sends one of these is answered alone.
PERSONAL = {"HTTP_AUTHORIZATION", "HTTP_X_PREVIEW_TOKEN"}
# What the answer is made of, beside Accept and Accept-Encoding.
SAME = (
    "wsgi.url_scheme",
    "HTTP_HOST",
    "SERVER_NAME",
    "SERVER_PORT",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_X_SITE",
    "HTTP_X_AS_OF",
    "HTTP_ORIGIN",
)
# The headers of a request that an answer may say it depends on.
KNOWN = {
    *("accept", "accept-encoding", "authorization", "origin"),
    *("x-as-of", "x-preview-token", "x-site"),
}


class Asked(NamedTuple):
    """A request that may be answered from the cache. encoding: how the body is packed, if it is."""

    key: Hashable
    encoding: str | None


def asked(environ: Environ) -> Asked | None:
    """Read a request; None for one that concerns nobody but the one who asks."""
    if environ["REQUEST_METHOD"] not in READING or not PERSONAL.isdisjoint(environ):
        return None
    wanted: str | None = "a file"
    if not environ["PATH_INFO"].endswith(ENDINGS):
        wanted = negotiated(environ.get("HTTP_ACCEPT", "*/*"))
    if wanted is None:
        return None
    encoding = encoding_of(environ.get("HTTP_ACCEPT_ENCODING", ""))
    secure, _value = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    key = (*map(environ.get, SAME), environ.get(secure), wanted, encoding)
    return Asked(key, encoding)


@lru_cache(maxsize=256)
def negotiated(accept: str) -> str | None:
    """Give the media type in which operations are answered; None for a browser and for neither."""
    request = HttpRequest()
    request.method = "GET"
    request.META["HTTP_ACCEPT"] = accept
    return None if prefers_page(request) else media_type(request)


def may_be_kept(environ: Environ) -> bool:
    """Say whether a request is for an operation or a file, and not for another part of the site."""
    path = get_path_info(dict(environ))
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return is_operation(found) or is_file(found, path)
