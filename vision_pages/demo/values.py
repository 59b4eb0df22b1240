"""Values of the demo's files, as a model's fields take them."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, FieldBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from vision_pages.demo.names import find
from vision_pages.fields import PartialDateField

# What an invented project says happens now is counted from the day on which it is loaded.
RELATIVE = re.compile(r"today(?:[+-]\d+)?")
PAGE_LINK = re.compile(r'linktype="page" id="([a-z0-9-]+)"')


def fill(instance: models.Model, values: Mapping[str, Any]) -> None:
    """Set the named fields and rows of an instance that need not be saved yet."""
    rows = {row.get_accessor_name(): row for row in get_all_child_relations(type(instance))}
    for name, value in values.items():
        if name in rows:
            getattr(instance, name).set([made(rows[name].related_model, row) for row in value])
            continue
        field: Any = instance._meta.get_field(name)
        if field.many_to_many:
            getattr(instance, name).set([find(field.related_model, code) for code in value])
        else:
            setattr(instance, name, field_value(field, value))


def made(model: type[models.Model], values: Mapping[str, Any]) -> Any:
    """Make an inline row or a snippet, not saved yet."""
    row: Any = model()
    if hasattr(row, "locale_id"):
        row.locale = Locale.get_default()
    fill(row, values)
    return row


def field_value(field: Any, value: Any) -> Any:
    if isinstance(field, StreamField):
        return field.stream_block.to_python(block_value(field.stream_block, value))
    if isinstance(field, models.ForeignKey):
        return find(field.related_model, value)
    if isinstance(field, (PartialDateField, models.DateField)):
        return moment(field, value)
    return rich_text(value) if isinstance(field, RichTextField) else value


def moment(field: Any, value: Any) -> Any:
    """Give a date or time as it is written, or as many days from today as it says."""
    if not isinstance(value, str) or not RELATIVE.fullmatch(value):
        return value
    day = timezone.localdate() + timedelta(days=int(value.removeprefix("today") or 0))
    if isinstance(field, models.DateTimeField):
        return timezone.make_aware(datetime.combine(day, time()))
    return day if isinstance(field, models.DateField) else day.isoformat()


def block_value(block: Block, value: Any) -> Any:
    """Write a value as a StreamField stores it, with names replaced by what they stand for."""
    if isinstance(block, StreamBlock):
        return [
            {"type": name, "value": block_value(block.child_blocks[name], child), "id": new_id()}
            for item in value
            for name, child in item.items()
        ]
    if isinstance(block, ListBlock):
        return [
            {"type": "item", "value": block_value(block.child_block, item), "id": new_id()}
            for item in value
        ]
    if isinstance(block, StructBlock):
        return {
            name: block_value(child, value[name]) if name in value else empty(child)
            for name, child in block.child_blocks.items()
        }
    if isinstance(block, ChooserBlock):
        return find(block.model_class, value).pk
    return rich_text(value) if isinstance(block, RichTextBlock) else value


def empty(block: Block) -> Any:
    """Give what a form would store of a field left empty; wagtail-localize stumbles over None."""
    default = block.get_default()
    if default is None and isinstance(block, FieldBlock):
        return block.field.to_python(None)
    return block.get_prep_value(default)


def new_id() -> str:
    return str(uuid4())


def rich_text(html: str) -> str:
    """Let links name pages by their primary keys, as Wagtail stores them."""
    return PAGE_LINK.sub(page_link, html.strip())


def page_link(match: re.Match[str]) -> str:
    return f'linktype="page" id="{find(Page, match[1]).pk}"'
