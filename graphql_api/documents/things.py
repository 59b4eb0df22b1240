"""The documents of what is no page: snippets, settings, images, files, sites, redirects."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from graphql_api.documents import redirects
from graphql_api.documents.facts import synchronised
from graphql_api.documents.identity import is_translatable
from graphql_api.documents.library import files, images
from graphql_api.documents.pages import read
from graphql_api.documents.projection import DocumentRow, project, stated
from graphql_api.documents.references import reference
from graphql_api.documents.registry import registered_models
from graphql_api.documents.visibility import is_live, source_locale
from graphql_api.frontends.addresses import addresses

Rows = Iterable[Any]
Say = Callable[[Rows], list[DocumentRow]]


def documents(model: type[models.Model], pks: Iterable[Any]) -> list[DocumentRow]:
    """Say those of the rows that are public."""
    say = built_in().get(model)
    if say is not None:
        return say(model._default_manager.filter(pk__in=pks))
    return snippets(model, pks) if model in registered_models() else []


def said_models() -> list[type[models.Model]]:
    """Give all models, beside pages, whose rows have documents."""
    return [*built_in(), *registered_models()]


def built_in() -> dict[type[models.Model], Say]:
    say: dict[type[models.Model], Say] = {
        get_image_model(): images,
        get_document_model(): files,
        Site: sites,
    }
    if model := redirects.redirect_model():
        say[model] = redirects.documents
    return say


def snippets(model: type[models.Model], pks: Iterable[Any]) -> list[DocumentRow]:
    rows = [row for row in read(model, pks) if is_live(row)]
    if not is_translatable(model):
        return [project(row, **place(row)) for row in rows]
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    sources = originals(model, rows)
    return [
        project(row, sources.get(row.translation_key), locale=codes[row.locale_id], **place(row))
        for row in rows
    ]


def originals(model: type[models.Model], rows: list[Any]) -> dict[Any, Any]:
    """Give the source language's rows of translations, by key, where they are public."""
    locale = source_locale()
    keys = {row.translation_key for row in rows if row.locale_id != locale}
    if not keys or not synchronised(model):
        return {}
    found = model._base_manager.filter(translation_key__in=keys, locale=locale)
    pks = found.values_list("pk", flat=True)
    return {row.translation_key: row for row in read(model, pks) if is_live(row)}


def place(row: Any) -> dict[str, Any]:
    return {"site": getattr(row, "site_id", None), "expires_at": getattr(row, "expire_at", None)}


def sites(rows: Rows) -> list[DocumentRow]:
    return [
        stated(
            "Site",
            site,
            {
                "hostname": site.hostname,
                "port": site.port,
                "name": site.site_name,
                "is_default": site.is_default_site,
                "root": reference(Page, site.root_page_id),
                "addresses": addresses(site.pk),
            },
            site=site.pk,
        )
        for site in rows
    ]
