"""How a model's fields become JSON: by the class of the field, never by its name."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from wagtail.fields import RichTextField, StreamField

from graphql_api.documents import richtext, streams
from graphql_api.documents.identity import key_of
from graphql_api.documents.references import reference


def project(field: Any, instance: models.Model) -> Any:
    """Say one field of a row."""
    if field.many_to_many:
        targets = in_order(getattr(instance, field.name).all())
        return [reference(type(target), target.pk) for target in targets]
    for kind, projection in PROJECTIONS:
        if isinstance(field, kind):
            return projection(field, instance)
    return plain(getattr(instance, field.attname))


def foreign_key(field: Any, instance: models.Model) -> Any:
    return reference(field.related_model, getattr(instance, field.attname))


def rich_text(field: Any, instance: models.Model) -> Any:
    return richtext.tree(getattr(instance, field.attname) or "")


def stream(field: Any, instance: models.Model) -> Any:
    return streams.stream(getattr(instance, field.attname), f"{key_of(instance)}.{field.name}")


def decimal(field: Any, instance: models.Model) -> str | None:
    value = field.to_python(getattr(instance, field.attname))
    return None if value is None else f"{value:.{field.decimal_places}f}"


def array(field: Any, instance: models.Model) -> list[Any] | None:
    value = getattr(instance, field.attname)
    return None if value is None else [plain(item) for item in value]


def address(field: Any, instance: models.Model) -> str:
    """Give an address that a reader may be sent to, however another one got in."""
    return richtext.safe_url(getattr(instance, field.attname) or "") or ""


def file_name(field: Any, instance: models.Model) -> str:
    return getattr(instance, field.attname).name or ""


def json(field: Any, instance: models.Model) -> Any:
    return getattr(instance, field.attname)


PROJECTIONS: tuple[tuple[type[Any], Callable[[Any, models.Model], Any]], ...] = (
    (models.ForeignKey, foreign_key),
    (RichTextField, rich_text),
    (StreamField, stream),
    (models.DecimalField, decimal),
    (ArrayField, array),
    (models.URLField, address),
    (models.FileField, file_name),
    (models.JSONField, json),
)


def plain(value: Any) -> Any:
    """Give a value as JSON has it; anything it has no name for as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.iso if hasattr(value, "iso") else str(value)


def in_order(targets: Iterable[models.Model]) -> list[models.Model]:
    """Sort by the model's own order, then by key: never by primary keys."""
    return sorted(targets, key=lambda target: (*natural_order(target), key_of(target)))


def natural_order(target: models.Model) -> Iterable[str]:
    for name in target._meta.ordering or ():
        if isinstance(name, str) and name.lstrip("-") not in {"pk", "id", "?"}:
            yield str(getattr(target, name.lstrip("-")))
