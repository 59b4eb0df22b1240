"""What a row says, field by field: its own words, and the facts of its source."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import uuid5

from django.db import models
from wagtail.models import TranslatableMixin

from graphql_api.documents import values
from graphql_api.documents.errors import ProjectionError
from graphql_api.documents.facts import is_fact
from graphql_api.documents.identity import NAMESPACE, key_of
from graphql_api.documents.registry import registration

Pair = tuple[models.Model, models.Model | None]

HOUSEKEEPING = {"id", "locale", "translation_key", "sort_order"}


def said(
    instance: models.Model, source: models.Model | None, names: Iterable[str]
) -> dict[str, Any]:
    """Say the named fields of a row; `source` is its original in the source language, if any."""
    return {name: field_said(instance, source, name) for name in names}


def field_said(instance: models.Model, source: models.Model | None, name: str) -> Any:
    field = instance._meta.get_field(name)
    try:
        if field.one_to_many:
            return parts(field, instance, source)
        return values.project(field, owner(instance, source, field))
    except ProjectionError:
        raise
    except Exception as error:
        raise ProjectionError(str(instance), name) from error


def owner(instance: models.Model, source: models.Model | None, field: Any) -> models.Model:
    """Give the row that a field is read from."""
    return source if source is not None and is_fact(type(instance), field) else instance


def parts(relation: Any, instance: models.Model, source: models.Model | None) -> list[Any]:
    """Say the rows of an inline relation, in their order."""
    names = part_fields(relation)
    return [
        {
            "id": part_id(row, instance, relation.name, position),
            **said(row, original, names),
        }
        for position, (row, original) in enumerate(pairs(relation, instance, source))
    ]


def part_fields(relation: Any) -> tuple[str, ...]:
    """Name the fields of an inline row: those registered, else all that are no housekeeping."""
    model = relation.related_model
    if found := registration(model):
        return found.fields
    left_out = HOUSEKEEPING | {relation.field.name}
    return tuple(field.name for field in model._meta.fields if field.name not in left_out)


def pairs(relation: Any, instance: models.Model, source: models.Model | None) -> Iterator[Pair]:
    """Yield each row with its original: a translation has its source's rows, in their order."""
    own = rows(instance, relation)
    if source is None:
        yield from ((row, None) for row in own)
    elif is_fact(type(instance), relation):
        yield from ((row, None) for row in rows(source, relation))
    elif is_matched(relation, instance):
        translated = {row.translation_key: row for row in own}
        for original in rows(source, relation):
            if row := translated.get(original.translation_key):
                yield row, original
    else:
        yield from ((row, None) for row in own)


def is_matched(relation: Any, instance: models.Model) -> bool:
    """Say whether rows carry the keys of their originals; those of an alias have their own."""
    return issubclass(relation.related_model, TranslatableMixin) and not getattr(
        instance, "alias_of_id", None
    )


def rows(instance: models.Model, relation: Any) -> list[Any]:
    found = list(getattr(instance, relation.get_accessor_name()).all())
    if not hasattr(relation.related_model, "sort_order"):
        return sorted(found, key=lambda row: (row.pk is None, row.pk or 0))
    return sorted(found, key=lambda row: (row.sort_order is None, row.sort_order or 0, row.pk or 0))


def part_id(row: Any, instance: models.Model, relation: str, position: int) -> str:
    if isinstance(row, TranslatableMixin):
        return key_of(row)
    return str(uuid5(NAMESPACE, f"{key_of(instance)}.{relation}.{position}"))
