"""What a host's `graphql_types.py` declares types with: docs/how-to/extend.md."""

from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Part, Row
from graphql_api.types.block import Block, blocks
from graphql_api.types.declaration import (
    part_type,
    register_block_type,
    register_page_type,
    register_snippet_type,
)
from graphql_api.types.fields import (
    Info,
    day,
    derived,
    fact,
    instant,
    part,
    parts,
    reference,
    references,
)
from graphql_api.types.link import Link
from graphql_api.types.media import FileType, Image, image_use
from graphql_api.types.node import Node
from graphql_api.types.page import Page
from graphql_api.types.rich_text import RichText, rich_text

__all__ = [
    "Block",
    "FileType",
    "Image",
    "Info",
    "Link",
    "Node",
    "Page",
    "Part",
    "RichText",
    "Row",
    "Weight",
    "blocks",
    "day",
    "derived",
    "fact",
    "image_use",
    "instant",
    "part",
    "part_type",
    "parts",
    "reference",
    "references",
    "register_block_type",
    "register_page_type",
    "register_snippet_type",
    "rich_text",
]
