"""What the API says of the blog."""

import datetime

from wagtail.images.blocks import ImageBlock

from blog.models import Author, BlogPage, BoxBlock, ParagraphBlock
from graphql_api.extending import (
    Block,
    Image,
    Node,
    Page,
    RichText,
    Weight,
    blocks,
    day,
    fact,
    image_use,
    part_type,
    parts,
    reference,
    register_block_type,
    register_page_type,
    register_snippet_type,
    rich_text,
)


@register_snippet_type(Author, name="Author", description="Somebody who writes.")
class AuthorType(Node):
    name: str | None = fact("The author's name.")


@register_block_type(ParagraphBlock, name="ParagraphBlock", description="A paragraph.")
class ParagraphBlockType(Block):
    content: RichText | None = rich_text("Its text.", "value")


@register_block_type(ImageBlock, name="PictureBlock", description="A picture.")
class PictureBlockType(Block):
    image: Image | None = image_use("The picture.", "value")


@part_type(name="OpeningHours", description="When something is open.")
class OpeningHoursType:
    days: str | None = fact("On which days.")
    hours: str | None = fact("From when to when.")


@register_block_type(BoxBlock, name="BoxBlock", description="A box with a title.")
class BoxBlockType(Block):
    title: str | None = fact("Its title.")
    inner: list[Block] = blocks("What stands in it.", "content")
    opening_hours: list[OpeningHoursType] = parts("When it is open.")


@register_page_type(BlogPage, name="BlogPost", description="A post of the blog.")
class BlogPostType(Page):
    summary: str | None = fact("What it is about.", "intro", weight=Weight.LEAD)
    image: Image | None = image_use("The photo that stands for it.", "photo")
    posted_on: datetime.date | None = day("When it was posted.", "date")
    author: AuthorType | None = reference("Who wrote it.")
    body: list[Block] = blocks("The post, block by block.")
