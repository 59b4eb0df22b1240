"""Drafts in Wagtail's panel and tabs: kept, then shown by a frontend that is sent their token."""

from typing import Any
from urllib.parse import quote, urlsplit

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.models import Page

from graphql_api.documents.identity import key_of
from graphql_api.documents.registry import registration
from graphql_api.frontends.models import PLACEHOLDER, Frontend
from graphql_api.previews.languages import language_of
from graphql_api.previews.models import Draft
from graphql_api.previews.paths import path_of
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token

# Behind a mode: the frontend that is shown already takes the draft itself.
LIVE = ":live"


def frontends(instance: Any) -> list[Frontend]:
    """Give the frontends that show drafts of such a page or thing, by their names."""
    shown = Frontend.objects.exclude(preview_address="")
    if isinstance(instance, Page):
        shown = shown.filter(Q(sites=None) | Q(sites=instance.get_site()))
    elif getattr(instance, "site_id", None):
        shown = shown.filter(Q(sites=None) | Q(sites=instance.site_id))
    language = language_of(instance)
    return [one for one in shown if not one.languages or language in one.languages]


class FrontendPreviews:
    """A mode for each frontend that shows drafts."""

    def modes(self, instance: Any) -> list[tuple[str, str]]:
        return [(str(frontend.pk), frontend.name) for frontend in frontends(instance)]

    def serve(self, instance: Any, request: HttpRequest, mode: str) -> HttpResponse:
        """Keep the draft and lead to the frontend; Wagtail does not look at the mode."""
        known = {str(frontend.pk): frontend for frontend in frontends(instance)}
        if not known:
            raise Http404
        frontend = known.get(mode.removesuffix(LIVE)) or next(iter(known.values()))
        draft = store(instance, request.user)
        values = placeholders(frontend, instance, draft)
        where = filled(frontend.preview_address, values)
        if mode.endswith(LIVE):
            return live(values, where)
        response = redirect(where)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


def live(values: dict[str, str], where: str) -> HttpResponse:
    """Answer what the frontend is told that shows an older draft, and the origin to tell it."""
    parts = urlsplit(where)
    told = {name: values[name] for name in ("token", "path")}
    response = JsonResponse(told | {"origin": f"{parts.scheme}://{parts.netloc}"})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def placeholders(frontend: Frontend, instance: Any, draft: Draft) -> dict[str, str]:
    """Give what stands for each placeholder of a preview address."""
    found = registration(type(instance))
    return {
        "path": path_of(instance, draft, frontend),
        "locale": language_of(instance),
        "type": found.kind if found else "",
        "id": key_of(instance),
        "token": token(draft),
    }


def address(frontend: Frontend, instance: Any, draft: Draft) -> str:
    """Give where a frontend shows a draft."""
    return filled(frontend.preview_address, placeholders(frontend, instance, draft))


def filled(address: str, values: dict[str, str]) -> str:
    return PLACEHOLDER.sub(lambda name: quote(values[name[1]], safe="/"), address)
