"""The blocks of a body, one type for each; one field name means one type in all of them."""

from dataclasses import replace
from typing import Any

import strawberry

from graphql_api.documents.pages import TRANSLATION
from graphql_api.documents.rows import Part, Row
from graphql_api.types.block import Block
from graphql_api.types.contact import ContactPointType
from graphql_api.types.declaration import part_type, register_block_type
from graphql_api.types.editing import Editable
from graphql_api.types.fields import Info, derived, fact, part, parts, reference
from graphql_api.types.link import Link
from graphql_api.types.media import FileType, Image, ImageUse, image_field, image_use, use_in_block
from graphql_api.types.page import Page
from graphql_api.types.rich_text import RichText, rich_text
from vision_pages import blocks

HeadingLevelType = strawberry.enum(
    blocks.HeadingLevel, name="HeadingLevel", description="The rank of a heading."
)
DownloadKindType = strawberry.enum(
    blocks.DownloadKind, name="DownloadKind", description="What kind of file is offered."
)
NoticeToneType = strawberry.enum(
    blocks.NoticeTone, name="NoticeTone", description="How a notice sounds."
)


@register_block_type(blocks.HeadingBlock, name="HeadingBlock", description="A heading.")
class HeadingBlockType(Block):
    text: str | None = fact("The heading.", required=True)
    level: HeadingLevelType | None = fact("Its rank.", required=True)  # type: ignore[valid-type]


@register_block_type(
    blocks.FormattedTextBlock, name="RichTextBlock", description="A formatted text."
)
class RichTextBlockType(Block):
    content: RichText | None = rich_text("The text.", required=True)
    language: str | None = fact("BCP 47 tag of the text, where it differs from the page's.")


def captioned(root: Part, name: str) -> ImageUse:
    return replace(use_in_block(root, name), caption=root.data.get("caption"))


@register_block_type(
    blocks.CaptionedImageBlock, name="ImageBlock", description="An image with a caption."
)
class ImageBlockType(Block):
    image: Image | None = image_field(captioned, "The image.")
    caption: str | None = fact("What stands below it.")


@register_block_type(blocks.QuoteBlock, name="QuoteBlock", description="What somebody said.")
class QuoteBlockType(Block):
    text: str | None = fact("The words.", required=True)
    person: str | None = fact("Who said them.")
    role: str | None = fact("In which function.")


@register_block_type(
    blocks.KeyFactBlock, name="KeyFactBlock", description="A figure with what it counts."
)
class KeyFactBlockType(Block):
    value: str | None = fact("The figure.", required=True)
    label: str | None = fact("What it counts.", required=True)
    note: str | None = fact("What to know about it.")


@register_block_type(blocks.QualityBlock, name="QualityBlock", description="A value or quality.")
class QualityBlockType(Block):
    title: str | None = fact("Its name.", required=True)
    description: str | None = fact("What it means.")


def table_value(part: str, description: str, *, required: bool = False) -> Any:
    def resolve(root: Part, info: Info, name: str) -> Any:
        return (root.data.get(name) or {}).get(part)

    return derived(resolve, description, "table", required=required)


@part_type(name="AccordionItem", description="A part of an accordion that opens and closes.")
class AccordionItem(Editable):
    title: str | None = fact("What is always shown.", required=True)
    content: RichText | None = rich_text("What is shown when it is open.", required=True)


@register_block_type(
    blocks.AccordionBlock, name="AccordionBlock", description="Parts that open and close."
)
class AccordionBlockType(Block):
    items: list[AccordionItem] = parts("The parts.")


@register_block_type(
    blocks.DownloadBlock, name="DownloadBlock", description="A file that is offered for download."
)
class DownloadBlockType(Block):
    title: str | None = fact("Its title here.", required=True)
    description: str | None = fact("What it holds.")
    kind: DownloadKindType | None = fact("What kind of file it is.")  # type: ignore[valid-type]
    document: FileType | None = reference("The file.")


@register_block_type(blocks.LinkBlock, name="LinkBlock", description="A link that stands alone.")
class LinkBlockType(Block):
    link: Link | None = part("The link.")
    description: str | None = fact("What to find there.")


@register_block_type(
    blocks.CallToActionBlock, name="CallToActionBlock", description="An invitation to act."
)
class CallToActionBlockType(Block):
    title: str | None = fact("The invitation.", required=True)
    description: str | None = fact("Why one should.")
    link: Link | None = part("Where one does.")


@register_block_type(blocks.VideoBlock, name="VideoBlock", description="A video.")
class VideoBlockType(Block):
    title: str | None = fact("Its title.", required=True)
    file: FileType | None = reference("The video, if it lies here.")
    url: str | None = fact("The video elsewhere; not to be called before the reader agrees.")
    poster: Image | None = image_use("What is shown until it plays.")
    captions: FileType | None = reference("Its captions, as WebVTT.")
    without_speech: bool = fact("Nobody speaks in it.")
    transcript: RichText | None = rich_text("What is said and shown.")
    language: str | None = fact("BCP 47 tag of what is said.")
    duration: int | None = fact("Seconds.")


@register_block_type(blocks.CaptionedTableBlock, name="TableBlock", description="A table.")
class TableBlockType(Block):
    caption: str | None = table_value("caption", "What the table shows.", required=True)
    rows: list[list[str]] = table_value("rows", "Its cells, row by row.")
    header_row: bool = table_value("header_row", "The first row holds headers.")
    header_column: bool = table_value("header_column", "The first column holds headers.")


@register_block_type(blocks.NoticeBlock, name="NoticeBlock", description="A text that stands out.")
class NoticeBlockType(Block):
    tone: NoticeToneType | None = fact("How it sounds.", required=True)  # type: ignore[valid-type]
    title: str | None = fact("Its title.")
    content: RichText | None = rich_text("Its text.", required=True)


@register_block_type(blocks.ContactBlock, name="ContactBlock", description="Whom to ask.")
class ContactBlockType(Block):
    contact: ContactPointType | None = reference("The place to ask.")


@register_block_type(
    blocks.ParticipationTeaserBlock,
    name="ParticipationTeaserBlock",
    description="An invitation to a page where one can take part.",
)
class ParticipationTeaserBlockType(Block):
    title: str | None = fact("The invitation.", required=True)
    description: str | None = fact("What it is about.")
    page: Page | None = reference("Where one takes part.")


@part_type(name="SignLanguageVideo", description="A video in German Sign Language.")
class SignLanguageVideo(Editable):
    file: FileType | None = reference("The video, if it lies here.")
    url: str | None = fact("The video elsewhere; not to be called before the reader agrees.")
    poster: Image | None = image_use("What is shown until it plays.")
    transcript: RichText | None = rich_text("What is signed, in words.")
    duration: int | None = fact("Seconds.")

    @strawberry.field(
        description="Whether the page's texts have changed since the video became public."
    )
    def outdated(self) -> bool:
        row: Row = self.row  # type: ignore[attr-defined]
        return bool((row.data.get(TRANSLATION) or {}).get("video_outdated"))

    @strawberry.field(description="BCP 47 tag of the sign language.")
    def language(self) -> str:
        return "gsg"
