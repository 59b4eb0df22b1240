"""The blocks of a body as types, each read from Wagtail's values."""

from collections.abc import Iterator
from typing import Annotated, Any

import strawberry
from wagtail.rich_text import RichText, expand_db_html


@strawberry.type
class Rendition:
    url: str
    width: int
    height: int


def rendition(image: Any, size: str) -> Rendition | None:
    if image is None:
        return None
    found = image.get_rendition(f"{size}|format-jpeg")
    return Rendition(url=found.url, width=found.width, height=found.height)


@strawberry.type
class Block:
    """A block of one kind: its fields are what the questions ask of it."""


@strawberry.type
class HeadingBlock(Block):
    text: str
    level: str


@strawberry.type
class FormattedTextBlock(Block):
    content: str


@strawberry.type
class CaptionedImageBlock(Block):
    caption: str
    image: strawberry.Private[Any]

    @strawberry.field
    def rendition(self) -> Rendition | None:
        return rendition(self.image, "width-1280")


@strawberry.type
class KeyFactBlock(Block):
    value: str
    note: str


@strawberry.type
class QuoteBlock(Block):
    text: str
    person: str
    role: str


@strawberry.type
class QualityBlock(Block):
    title: str
    description: str


@strawberry.type
class NoticeBlock(Block):
    tone: str
    title: str
    content: str


KINDS: dict[str, type[Block]] = {
    "heading": HeadingBlock,
    "rich_text": FormattedTextBlock,
    "image": CaptionedImageBlock,
    "key_fact": KeyFactBlock,
    "quote": QuoteBlock,
    "quality": QualityBlock,
    "notice": NoticeBlock,
}
AnyBlock = Annotated[
    HeadingBlock
    | FormattedTextBlock
    | CaptionedImageBlock
    | KeyFactBlock
    | QuoteBlock
    | QualityBlock
    | NoticeBlock,
    strawberry.union("AnyBlock"),
]


# What stands between two texts that are looked through as one: their links are read together.
BETWEEN = "<hr/>\N{NULL}"


def blocks(page: Any) -> Iterator[Block]:
    texts = iter(expanded([text.source for text in formatted(page.body)]))
    for child in page.body:
        kind = KINDS[child.block_type]
        parts = {name: child.value[name] for name in kind.__annotations__}
        yield kind(
            **{
                name: next(texts) if isinstance(part, RichText) else part
                for name, part in parts.items()
            }
        )


def formatted(body: Any) -> Iterator[RichText]:
    for child in body:
        for name in KINDS[child.block_type].__annotations__:
            if isinstance(child.value[name], RichText):
                yield child.value[name]


def expanded(texts: list[str]) -> list[str]:
    """Give formatted texts as HTML, with the addresses of the pages they link to."""
    return expand_db_html(BETWEEN.join(texts)).split(BETWEEN) if texts else []
