"""What publishing a snippet or settings, as they are in memory, would write."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import models
from wagtail.models import Locale

from graphql_api.documents import things
from graphql_api.documents.facts import synchronised
from graphql_api.documents.identity import is_translatable
from graphql_api.documents.pages import read
from graphql_api.documents.projection import DocumentRow, project
from graphql_api.documents.registry import registered_models
from graphql_api.documents.visibility import is_live, source_locale
from graphql_api.previews.publication import ends, published


def documents(thing: Any, now: datetime) -> list[DocumentRow]:
    """Say a thing as if it were public, and the translations that take facts from it."""
    model: type[models.Model] = type(thing)
    if model not in registered_models():
        return []
    if not is_translatable(model):
        return [as_published(project(thing, **things.place(thing)), thing, now)]
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    source = things.originals(model, [thing]).get(thing.translation_key)
    own = project(thing, source, locale=codes[thing.locale_id], **things.place(thing))
    return [as_published(own, thing, now), *translations(thing, codes)]


def as_published(row: DocumentRow, thing: Any, now: datetime) -> DocumentRow:
    return published(replace(row, expires_at=ends([thing], now)), now)


def translations(thing: Any, codes: dict[int, str]) -> Iterator[DocumentRow]:
    """Say the public translations of a thing anew: its facts are theirs."""
    model: type[models.Model] = type(thing)
    if thing.locale_id != source_locale() or not synchronised(model):
        return
    same = model._base_manager.filter(translation_key=thing.translation_key).exclude(pk=thing.pk)
    for row in read(model, same.values_list("pk", flat=True)):
        if is_live(row):
            yield project(row, thing, locale=codes[row.locale_id], **things.place(row))
