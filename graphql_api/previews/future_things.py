"""Snippets and settings as they will be: some published meanwhile, the others as they are."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from wagtail.models import Locale

from graphql_api.documents.facts import synchronised
from graphql_api.documents.identity import is_translatable
from graphql_api.documents.pages import read
from graphql_api.documents.projection import DocumentRow, project
from graphql_api.documents.registry import registered_models
from graphql_api.documents.things import place
from graphql_api.documents.visibility import is_live, source_locale
from graphql_api.previews.publication import published


def documents(rows: Iterable[Any], at: dict[Any, datetime]) -> list[DocumentRow]:
    """Say things as published `at` a time, and the translations that take facts from them."""
    by_model: dict[type[models.Model], dict[Any, Any]] = {}
    for row in rows:
        by_model.setdefault(type(row), {})[row.pk] = row
    found = []
    for model in {*by_model} & {*registered_models()}:
        found += of_model(model, by_model[model], at)
    return found


def of_model(
    model: type[models.Model], rows: dict[Any, Any], at: dict[Any, datetime]
) -> list[DocumentRow]:
    """Say the things of one model."""
    if not is_translatable(model):
        said = [(row, project(row, **place(row))) for row in rows.values()]
        return [published(document, at[row]) for row, document in said]
    keys = [row.translation_key for row in rows.values()]
    same = model._base_manager.filter(translation_key__in=keys).values_list("pk", flat=True)
    everything = [row for row in read(model, {*same} - {*rows}) if is_live(row)] + [*rows.values()]
    locale, codes = source_locale(), dict(Locale.objects.values_list("pk", "language_code"))
    sources = {row.translation_key: row for row in everything if row.locale_id == locale}
    if not synchronised(model):
        sources = {}
    found = []
    for row in everything:
        source = None if row.locale_id == locale else sources.get(row.translation_key)
        document = project(row, source, locale=codes[row.locale_id], **place(row))
        found.append(published(document, at[row]) if row in at else document)
    return found
