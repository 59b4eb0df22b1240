"""Which fields are one fact for all languages, and so are read from the source's row."""

from functools import cache
from typing import Any

from django.db import models
from wagtail_localize.fields import SynchronizedField, get_translatable_fields


@cache
def synchronised(model: type[models.Model]) -> frozenset[str]:
    """Name the fields that no language may overrule.

    A field that wagtail-localize merely found to be no text may be edited in each language, so
    only a declaration counts.
    """
    return frozenset(
        field.field_name
        for field in get_translatable_fields(model)
        if isinstance(field, SynchronizedField) and not field.overridable
    )


def is_fact(model: type[models.Model], field: Any) -> bool:
    """Say whether a field is synchronised, or is computed from one that is."""
    return getattr(field, "source", field.name) in synchronised(model)
