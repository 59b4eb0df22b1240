"""Which models and blocks are said in documents, under which kind, and with which fields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.blocks import Block, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

Facets = Callable[[dict[str, Any]], Iterable[str]]

PAGE_FIELDS = ("title", "slug", "seo_title", "search_description", "show_in_menus")
GENERIC_PAGE = "GenericPage"
UNKNOWN_BLOCK = "UnknownBlock"
# Under which a block that is no struct has what it holds.
VALUE = "value"


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
    texts: the fields that its card leaves out, which are formatted texts and streams.
    """

    kind: str
    fields: tuple[str, ...]
    facets: Facets | None = None
    weights: Weights = field(default_factory=dict)
    texts: frozenset[str] = frozenset()


_registrations: dict[type[models.Model], Registration] = {}
_blocks: dict[type[Block], str] = {}


def register(
    model: type[models.Model],
    kind: str,
    fields: Iterable[str],
    *,
    optional: Iterable[str] = (),
    facets: Facets | None = None,
    weights: Weights | None = None,
) -> None:
    """Say a model's rows as documents of `kind`; an inline model's as parts of its page's.

    `optional` fields are said where the model has them.
    """
    if model in _registrations:
        raise ImproperlyConfigured(f"{model._meta.label} has a type already.")
    inherited = PAGE_FIELDS if issubclass(model, Page) else ()
    for name in fields:
        if not has_field(model, name):
            raise ImproperlyConfigured(f"{model._meta.label} has no field {name!r}.")
    there = (name for name in optional if has_field(model, name))
    names = tuple(dict.fromkeys((*inherited, *fields, *there)))
    counted = PAGE_WEIGHTS if issubclass(model, Page) else {}
    texts = frozenset(name for name in names if is_text(model, name))
    _registrations[model] = Registration(kind, names, facets, {**counted, **(weights or {})}, texts)


def unregister(model: type[models.Model]) -> None:
    _registrations.pop(model, None)


def has_field(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def is_text(model: type[models.Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), RichTextField | StreamField)


def texts_of(kind: str) -> frozenset[str]:
    """Name what the cards of a kind leave out."""
    return frozenset().union(*(one.texts for one in _registrations.values() if one.kind == kind))


def registration(model: type[models.Model]) -> Registration | None:
    """Give what was registered: of a page type, by itself or for one that it inherits from."""
    if not issubclass(model, Page):
        return _registrations.get(model)
    generic = Registration(GENERIC_PAGE, PAGE_FIELDS, weights=GENERIC_WEIGHTS)
    return nearest(_registrations, model) or generic


def model_of(kind: str) -> type[models.Model] | None:
    """Give the model that is said as a kind: the first, where its children are said so too."""
    generic = Page if kind == GENERIC_PAGE else None
    return next((model for model, one in _registrations.items() if one.kind == kind), generic)


def nearest(registered: Mapping[type[Any], Any], wanted: type[Any]) -> Any:
    """Give what is registered for a class, or for the nearest of those it inherits from."""
    return next((registered[each] for each in wanted.__mro__ if each in registered), None)


def register_block(block: type[Block], kind: str, fields: Iterable[str]) -> None:
    """Say a block of streams as `kind`."""
    if block in _blocks:
        raise ImproperlyConfigured(f"{block.__qualname__} has a type already.")
    for name in fields:
        if name not in (block.base_blocks if is_struct(block) else {VALUE}):
            raise ImproperlyConfigured(f"{block.__qualname__} has no field {name!r}.")
    _blocks[block] = kind


def is_struct(block: type[Block]) -> bool:
    """Say whether a block has fields; of an image and its alternative text Wagtail makes one."""
    return issubclass(block, StructBlock) and not issubclass(block, ImageBlock)


def block_kind(block: Block) -> str:
    """Give the kind of a block: its own, or that of the nearest block it inherits from."""
    return nearest(_blocks, type(block)) or UNKNOWN_BLOCK


def registered_blocks() -> Mapping[type[Block], str]:
    return _blocks


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
