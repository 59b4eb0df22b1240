"""How documents name other things: by key, looked up for many documents at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from graphql_api.documents.identity import base, fixed_key, is_translatable


@dataclass(frozen=True, slots=True)
class Reference:
    """A row named by its primary key, until its key is known."""

    model: type[models.Model]
    pk: Any


Keys = dict[Reference, str]


def reference(model: type[models.Model], pk: Any) -> Reference | None:
    """Name a row; None for what cannot be a primary key."""
    target = base(model)
    try:
        value = target._meta.pk.to_python(pk)
    except ValidationError:
        return None
    return None if value is None else Reference(target, value)


def named(value: Any) -> Iterator[Reference]:
    """Yield what a piece of a document names."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from named(item)
    elif isinstance(value, list):
        for item in value:
            yield from named(item)


def settled(value: Any, keys: Keys) -> Any:
    """Give a piece of a document with keys for what it names, None for what is gone."""
    if isinstance(value, Reference):
        return keys.get(value)
    if isinstance(value, dict):
        return {name: settled(item, keys) for name, item in value.items()}
    if isinstance(value, list):
        return [settled(item, keys) for item in value]
    return value


def keys_of(references: Iterable[Reference]) -> Keys:
    """Look up the keys of rows, one statement for each model; a row that is gone has none."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for item in references:
        wanted.setdefault(item.model, set()).add(item.pk)
    return {
        Reference(model, pk): key
        for model, pks in wanted.items()
        for pk, key in rows_with_keys(model, pks)
    }


def rows_with_keys(model: type[models.Model], pks: set[Any]) -> Iterator[tuple[Any, str]]:
    rows = model._base_manager.filter(pk__in=pks)
    if is_translatable(model):
        for pk, key in rows.values_list("pk", "translation_key"):
            yield pk, str(key)
    else:
        for pk in rows.values_list("pk", flat=True):
            yield pk, fixed_key(model, pk)
