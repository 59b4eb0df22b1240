"""How the demo's files name what they refer to: terms by code, pages by slug, files by title."""

from typing import Any

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page


def find(model: type[models.Model], name: str) -> Any:
    """Give the row of the source language that `name` stands for; raise DoesNotExist if none."""
    if issubclass(model, (get_image_model(), get_document_model())):
        return model._default_manager.get(title=name)
    named = {"slug" if issubclass(model, Page) else "code": name}
    return model._default_manager.get(locale=Locale.get_default(), **named)
