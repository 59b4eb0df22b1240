"""Which origins may ask from a browser, beside those of the settings: those of frontends."""

from typing import Any
from urllib.parse import urlsplit

from corsheaders.signals import check_request_enabled
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from graphql_api.frontends.models import Frontend

KEY = "graphql_api.origins"
SECONDS = 60  # after which every process knows of a change, whatever its cache


def origins() -> frozenset[str]:
    """Give the origins of all frontends."""
    known = cache.get(KEY)
    if known is None:
        known = frozenset(one for frontend in Frontend.objects.all() for one in frontend.origins)
        cache.set(KEY, known, SECONDS)
    return known


def preview_origins() -> list[str]:
    """Give the origins that the admin shows drafts of, and takes messages from."""
    shown = Frontend.objects.exclude(preview_address="")
    return sorted({one for frontend in shown for one in frontend.preview_origins})


def is_allowed(sender: Any, request: HttpRequest, **kwargs: Any) -> bool:
    """Say whether a browser may ask: only the API, whatever else the site serves."""
    try:
        if resolve(request.path_info).app_name != "graphql_api":
            return False
    except Resolver404:
        return False
    origin = urlsplit(request.headers.get("Origin", ""))
    return f"{origin.scheme}://{origin.netloc}".lower() in origins()


def forget(sender: Any, **kwargs: Any) -> None:
    cache.delete(KEY)


def start() -> None:
    """Have django-cors-headers ask, and frontends that change be known at once."""
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=Frontend, dispatch_uid=f"graphql_api.{KEY}")
    check_request_enabled.connect(is_allowed, dispatch_uid="graphql_api.is_allowed")
