"""Which models are said as documents, under which kind, and with which fields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

Facets = Callable[[dict[str, Any]], Iterable[str]]

PAGE_FIELDS = ("title", "slug", "seo_title", "search_description", "show_in_menus")
GENERIC_PAGE = "GenericPage"


class Weight(StrEnum):
    """How much a word counts in search: PostgreSQL's weights of a `tsvector`."""

    TITLE = "A"
    FORMER_NAME = "B"
    LEAD = "C"
    BODY = "D"


Weights = Mapping[str, Weight]

PAGE_WEIGHTS: Weights = {"title": Weight.TITLE}
GENERIC_WEIGHTS: Weights = {**PAGE_WEIGHTS, "search_description": Weight.LEAD}


@dataclass(frozen=True, slots=True)
class Registration:
    """What documents say of a model.

    facets: makes them of a document's data. weights: the fields in which search finds words.
    """

    kind: str
    fields: tuple[str, ...]
    facets: Facets | None = None
    weights: Weights = field(default_factory=dict)


_registrations: dict[type[models.Model], Registration] = {}


def register(
    model: type[models.Model],
    kind: str,
    fields: Iterable[str],
    facets: Facets | None = None,
    weights: Weights | None = None,
) -> None:
    """Say a model's rows as documents of `kind`; an inline model's as parts of its page's."""
    inherited = PAGE_FIELDS if issubclass(model, Page) else ()
    names = tuple(dict.fromkeys((*inherited, *fields)))
    for name in names:
        check_field(model, name)
    counted = PAGE_WEIGHTS if issubclass(model, Page) else {}
    _registrations[model] = Registration(kind, names, facets, {**counted, **(weights or {})})


def unregister(model: type[models.Model]) -> None:
    _registrations.pop(model, None)


def check_field(model: type[models.Model], name: str) -> None:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise ImproperlyConfigured(f"{model._meta.label} has no field {name!r}.") from error


def registration(model: type[models.Model]) -> Registration | None:
    """Give what was registered; a page type nobody registered is a GenericPage."""
    found = _registrations.get(model)
    if found is None and issubclass(model, Page):
        return Registration(GENERIC_PAGE, PAGE_FIELDS, weights=GENERIC_WEIGHTS)
    return found


def registered_models() -> list[type[models.Model]]:
    """Give the registered models that have documents of their own and are no pages."""
    return [
        model
        for model in _registrations
        if not issubclass(model, Page) and parental_key(model) is None
    ]


def parental_key(model: type[models.Model]) -> ParentalKey | None:
    """Give the key by which an inline row belongs to its page, or other parent."""
    return next((f for f in model._meta.fields if isinstance(f, ParentalKey)), None)
