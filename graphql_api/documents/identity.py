"""What a thing is called: its row inside the house, its key outside."""

from typing import Any
from uuid import UUID, uuid5

from django.apps import apps
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site, TranslatableMixin

NAMESPACE = UUID("6c656974-6269-4c64-9b1e-73746164742e")
REDIRECT = "wagtailredirects.Redirect"


def base(model: type[models.Model]) -> type[models.Model]:
    """Give the model whose primary key names the row: for every page type it is Page."""
    if issubclass(model, Page):
        return Page
    return model._meta.concrete_model or model


def source(model: type[models.Model], pk: Any) -> str:
    """Name a row inside the house."""
    return f"{base(model)._meta.label_lower}:{pk}"


def source_of(instance: models.Model) -> str:
    return source(type(instance), instance.pk)


def parsed(name: str) -> tuple[type[models.Model] | None, str]:
    """Read what `source` named; the model may have left the project since."""
    label, pk = name.split(":", 1)
    try:
        return apps.get_model(label), pk
    except LookupError:
        return None, pk


def is_translatable(model: type[models.Model]) -> bool:
    return issubclass(model, TranslatableMixin)


def fixed_key(model: type[models.Model], pk: Any) -> str:
    """Give the key of a row that has no translations, and so no translation key."""
    return str(uuid5(NAMESPACE, f"{short_name(model)}:{pk}"))


def short_name(model: type[models.Model]) -> str:
    """Name a model so that a host may exchange its image or document model."""
    short = {get_image_model(): "image", get_document_model(): "file", Site: "site"}
    label = base(model)._meta.label
    return short.get(model) or ("redirect" if label == REDIRECT else label.lower())


def key_of(instance: models.Model) -> str:
    """Give the key by which others name this thing."""
    if isinstance(instance, TranslatableMixin):
        return str(instance.translation_key)
    return fixed_key(type(instance), instance.pk)
