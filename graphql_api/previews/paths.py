"""At which path a frontend shows a draft: its own, or that of a page where it is to be seen."""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils import timezone
from wagtail.models import Page, Site

from graphql_api.documents.identity import key_of
from graphql_api.documents.models import Document
from graphql_api.frontends.models import Frontend
from graphql_api.previews.languages import language_of
from graphql_api.previews.models import Draft


def path_of(instance: Any, draft: Draft, frontend: Frontend) -> str:
    """Give a page's own path, or the first page that names a thing, or the home page."""
    language = language_of(instance)
    if isinstance(instance, Page):
        own = draft.rows.filter(key=key_of(instance), locale=language).first()
        return (own and own.path) or ""
    sites = sites_of(instance, frontend)
    found = pages(language, sites)
    return naming(found, key_of(instance)) or home(found) or f"/{language}/"


def sites_of(instance: Any, frontend: Frontend) -> list[int]:
    """Give the sites that a thing is for: its own, or those of the frontend, the default first."""
    if getattr(instance, "site_id", None):
        return [instance.site_id]
    sites = frontend.sites.all() if frontend.sites.exists() else Site.objects.all()
    return list(sites.order_by("-is_default_site", "pk").values_list("pk", flat=True)[:1])


def pages(language: str, sites: list[int]) -> QuerySet[Document]:
    """Give what may be read at an address."""
    open_end = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    return Document.objects.filter(
        open_end, locale=language, site__in=sites, path__isnull=False, is_archived=False
    )


def naming(found: QuerySet[Document], key: str) -> str | None:
    """Give the first page of the tree that names a thing, or something that names it."""
    others = Document.objects.filter(path=None, mentions__contains=[key]).exclude(
        kind="SiteSettings"
    )
    for keys in ([key], list(others.values_list("key", flat=True))):
        here = found.filter(mentions__overlap=keys).order_by("position")
        if path := here.values_list("path", flat=True).first():
            return path
    return None


def home(found: QuerySet[Document]) -> str | None:
    return found.order_by(Length("path")).values_list("path", flat=True).first()
