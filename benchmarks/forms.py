"""What an editor's browser would send of a page's form: its streams are drawn by scripts."""

from typing import Any

from django.db.models import BooleanField
from django.http import QueryDict
from wagtail.blocks import Block, BooleanBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)


def form(html: str, page: Page) -> QueryDict:
    """Give the fields of a page's edit form as they are."""
    found = querydict_from_html(html, form_id="page-edit-form")
    streams = [field for field in page._meta.fields if isinstance(field, StreamField)]
    said = {one.name: sent(one.stream_block, getattr(page, one.name)) for one in streams}
    found.update(nested_form_data(said))
    for field in page._meta.fields:
        if isinstance(field, BooleanField) and field.name in found:
            found[field.name] = "on"
    return found


def sent(block: Block, value: Any) -> Any:
    """Give what the form has of a block: of images, texts, streams and structs, else as text."""
    if isinstance(block, StreamBlock):
        data: Any = streamfield([(one.block_type, sent(one.block, one.value)) for one in value])
    elif isinstance(block, RichTextBlock):
        data = rich_text(value.source, features=block.features)
    elif isinstance(block, ImageBlock):
        data = {"image": value.pk, "alt_text": value.contextual_alt_text}
    elif isinstance(block, StructBlock):
        children = block.child_blocks.items()
        ticked = {name for name, child in children if isinstance(child, BooleanBlock)}
        names = [name for name, _child in children if name not in ticked or value.get(name)]
        data = {name: sent(block.child_blocks[name], value.get(name)) for name in names}
    else:
        data = "" if value is None else str(getattr(value, "pk", value))
    return data
