"""All that an editor enters in a page, with the place where it stands in the editor."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import COMMENTS_RELATION_NAME, Page

from vision_pages.blocks import FormattedTextBlock, QuoteBlock
from vision_pages.readiness.content import Content, Place


def place_of(page: Page, field: str) -> Place:
    """Say where a field of a page stands."""
    kind: Any = page._meta.get_field(field)
    return Place(field, (str(capfirst(kind.verbose_name)),))


def contents(page: Page) -> Iterator[Content]:
    """Yield what fields, blocks and inline rows of a page hold."""
    for field in own_fields(page):
        place = place_of(page, field.name)
        value = getattr(page, field.attname)
        yield Content(place, field, value)
        if isinstance(field, StreamField):
            yield from of_stream(value, place)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME:
            yield from of_rows(page, name)


def own_fields(model: models.Model) -> Iterator[Any]:
    """Yield the fields an editor fills in, without those that Wagtail keeps for itself."""
    inherited = {field.name for field in Page._meta.get_fields()} - {
        "title",
        "seo_title",
        "search_description",
    }
    for field in model._meta.concrete_fields:
        if field.name not in inherited:
            yield field


def of_rows(page: Page, name: str) -> Iterator[Content]:
    for number, row in enumerate(getattr(page, name).all()):
        place = Place(f"{name}.{number}", (str(row._meta.verbose_name), str(number + 1)))
        for field in row._meta.concrete_fields:
            label = capfirst(field.verbose_name)
            yield Content(place.below(field.name, label), field, getattr(row, field.attname))


def of_stream(value: Any, place: Place) -> Iterator[Content]:
    for child in value or ():
        yield from of_block(child.block, child.value, place.below(child.id, child.block.label))


def of_block(block: Block, value: Any, place: Place) -> Iterator[Content]:
    """Yield a block's value, and after it what it is made of; a quote is nobody's to correct."""
    yield Content(place, block, value)
    if isinstance(block, ImageBlock):  # its value is the image, which knows how it's used
        alt = block.child_blocks["alt_text"]
        text = getattr(value, "contextual_alt_text", "")
        yield Content(place.below("alt_text", alt.label), alt, text)
    elif isinstance(block, FormattedTextBlock):
        is_foreign = bool((value or {}).get("language"))
        yield from (replace(part, is_foreign=is_foreign) for part in of_struct(block, value, place))
    elif isinstance(block, StructBlock) and not isinstance(block, QuoteBlock):
        yield from of_struct(block, value, place)
    elif isinstance(block, StreamBlock):
        yield from of_stream(value, place)
    elif isinstance(block, ListBlock) and value:
        for number, child in enumerate(value.bound_blocks):
            yield from of_block(child.block, child.value, place.below(child.id, number + 1))


def of_struct(block: StructBlock, value: Any, place: Place) -> Iterator[Content]:
    for name, child in block.child_blocks.items():
        yield from of_block(child, (value or {}).get(name), place.below(name, child.label))
