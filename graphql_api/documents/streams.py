"""StreamField values as JSON: from what is stored, without a look at the database."""

import logging
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
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.coreutils import resolve_model_string
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from graphql_api.documents import richtext
from graphql_api.documents.identity import NAMESPACE
from graphql_api.documents.references import reference
from graphql_api.documents.registry import UNKNOWN_BLOCK, VALUE, block_kind, is_struct
from vision_pages.blocks import AddressBlock

logger = logging.getLogger(__name__)

Json = Any

# Marks a block of a stream and names its kind; no field of a struct is called so.
KIND = "@type"


def stream(value: StreamValue, owner: str) -> list[Json]:
    """Say a StreamField's value; `owner` seeds the ids of blocks that were stored without one."""
    return of_stream(value.stream_block, list(value.raw_data), owner)


def of_stream(block: StreamBlock, raw: Json, owner: str) -> list[Json]:
    items = []
    for position, item in enumerate(raw or []):
        name = item.get("type") if isinstance(item, dict) else None
        if child := block.child_blocks.get(name):
            own = item.get("id") or own_id(owner, position)
            said = kind_and_value(child, item.get("value"), own)
            items.append({"id": own, "type": name, **said})
    return items


def kind_and_value(block: Block, raw: Json, owner: str) -> dict[str, Json]:
    """Say a block's fields; nothing of one that cannot be read, so that its page still can."""
    try:
        value = project(block, raw, owner)
    except Exception:
        logger.exception("The block %s (%s) cannot be read.", owner, type(block).__qualname__)
        return {KIND: UNKNOWN_BLOCK, "value": {}}
    return {
        KIND: block_kind(block),
        "value": value if is_struct(type(block)) else {VALUE: value},
    }


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
    found = {**(raw or {})}
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


def of_typed_table(block: BaseTypedTableBlock, raw: Json, owner: str) -> Json:
    """Say a table whose columns are blocks: as it is stored, each cell as its block says it."""
    found = raw or {}
    columns = [block.child_blocks[column["type"]] for column in found.get("columns") or []]
    rows = [
        {
            "values": [
                project(column, cell, f"{owner}.{number}.{place}")
                for place, (column, cell) in enumerate(zip(columns, row["values"], strict=False))
            ]
        }
        for number, row in enumerate(found.get("rows") or [])
    ]
    return {"caption": "", "columns": [], **found, "rows": rows}


def of_chooser(block: Any, raw: Json, owner: str) -> Json:
    model: type[Model] = resolve_model_string(block.target_model)
    return reference(model, raw)


# The first that fits: an image block is a struct, and must come before it.
PROJECTIONS: tuple[tuple[Any, Callable[[Any, Json, str], Json]], ...] = (
    (ImageBlock, of_image),
    (TableBlock, of_table),
    (BaseTypedTableBlock, of_typed_table),
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
