"""The page types of ours and of a host that have something in common."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Expression, F, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import get_page_models


def models_of(mixin: type) -> list[Any]:
    return [model for model in get_page_models() if issubclass(model, mixin)]


def joined(mixin: type, field: str) -> Expression | F:
    """Name a field that several page types have, each in a table of its own."""
    names = [f"{accessor(model)}__{field}" for model in models_of(mixin)]
    return F(names[0]) if len(names) == 1 else Coalesce(*names)


def accessor(model: Any) -> str:
    """Say how a query over pages names what this type adds to them."""
    return str(model.page_ptr.field.related_query_name())


def content_types(mixin: type) -> QuerySet[ContentType]:
    kinds = ContentType.objects.get_for_models(*models_of(mixin)).values()
    return ContentType.objects.filter(pk__in=[kind.pk for kind in kinds]).order_by("pk")
