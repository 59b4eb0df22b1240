"""StreamField values as JSON: from what is stored, without a look at the database."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid5

from django.db.models import Model
from wagtail.blocks import (
    Block,
    BooleanBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    URLBlock,
)
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.coreutils import resolve_model_string
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from graphql_api.documents import richtext
from graphql_api.documents.identity import NAMESPACE
from graphql_api.documents.references import reference
from vision_pages.blocks import AddressBlock

Json = Any


def stream(value: StreamValue, owner: str) -> list[Json]:
    """Say a StreamField's value; `owner` seeds the ids of blocks that were stored without one."""
    return of_stream(value.stream_block, list(value.raw_data), owner)


def of_stream(block: StreamBlock, raw: Json, owner: str) -> list[Json]:
    items = []
    for position, item in enumerate(raw or []):
        child = block.child_blocks.get(item["type"])
        if child is None:
            continue
        own = item.get("id") or own_id(owner, position)
        items.append({"id": own, "type": item["type"], "value": project(child, item["value"], own)})
    return items


def own_id(owner: str, position: int) -> str:
    return str(uuid5(NAMESPACE, f"{owner}:{position}"))


def of_list(block: ListBlock, raw: Json, owner: str) -> list[Json]:
    return [
        numbered(project(block.child_block, value, own), own)
        for own, value in list_items(raw or [], owner)
    ]


def list_items(raw: list[Json], owner: str) -> Iterator[tuple[str, Json]]:
    """Yield id and value of each item; lists stored by Wagtail before 2.16 have no ids."""
    for position, item in enumerate(raw):
        if isinstance(item, dict) and item.get("type") == "item":
            yield item.get("id") or own_id(owner, position), item["value"]
        else:
            yield own_id(owner, position), item


def numbered(value: Json, own: str) -> Json:
    return {**value, "id": own} if isinstance(value, dict) else value


def of_struct(block: StructBlock, raw: Json, owner: str) -> Json:
    found = raw or {}
    return {
        name: project(child, found[name] if name in found else default(child), f"{owner}.{name}")
        for name, child in block.child_blocks.items()
    }


def default(block: Block) -> Json:
    """Give what a field holds that was added after the block was stored."""
    return block.get_prep_value(block.get_default())


def of_rich_text(block: RichTextBlock, raw: Json, owner: str) -> Json:
    return richtext.tree(raw or "")


def of_address(block: Block, raw: Json, owner: str) -> Json:
    return richtext.safe_url(raw or "") or ""


def of_boolean(block: BooleanBlock, raw: Json, owner: str) -> bool:
    """Say whether a box is ticked; one that was added later, or stored by a script, is not."""
    return bool(raw)


def of_image(block: ImageBlock, raw: Json, owner: str) -> Json:
    found = raw if isinstance(raw, dict) else {"image": raw}
    chooser: ImageChooserBlock = block.child_blocks["image"]
    return {
        "image": reference(chooser.target_model, found.get("image")),
        "alt": found.get("alt_text") or "",
        "decorative": bool(found.get("decorative")),
    }


def of_table(block: TableBlock, raw: Json, owner: str) -> Json:
    found = raw or {}
    return {
        "caption": found.get("table_caption") or "",
        "rows": [[cell or "" for cell in row] for row in found.get("data") or []],
        "header_row": bool(found.get("first_row_is_table_header")),
        "header_column": bool(found.get("first_col_is_header")),
    }


def of_chooser(block: Any, raw: Json, owner: str) -> Json:
    model: type[Model] = resolve_model_string(block.target_model)
    return reference(model, raw)


# The first that fits: an image block is a struct, and must come before it.
PROJECTIONS: tuple[tuple[Any, Callable[[Any, Json, str], Json]], ...] = (
    (ImageBlock, of_image),
    (TableBlock, of_table),
    (RichTextBlock, of_rich_text),
    ((URLBlock, AddressBlock), of_address),
    (BooleanBlock, of_boolean),
    (StreamBlock, of_stream),
    (ListBlock, of_list),
    (StructBlock, of_struct),
)


def project(block: Block, raw: Json, owner: str) -> Json:
    """Say a block's stored value; an unknown block's as it is stored."""
    for kind, projection in PROJECTIONS:
        if isinstance(block, kind):
            return projection(block, raw, owner)
    if hasattr(block, "target_model"):
        return of_chooser(block, raw, owner)
    return raw
