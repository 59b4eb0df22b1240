"""The body of a page: the fifteen blocks an editor may use."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from vision_pages.blocks.facts import CaptionedTableBlock, KeyFactBlock, QualityBlock
from vision_pages.blocks.links import CallToActionBlock, LinkBlock
from vision_pages.blocks.media import CaptionedImageBlock, DownloadBlock, VideoBlock
from vision_pages.blocks.participation import ContactBlock, ParticipationTeaserBlock
from vision_pages.blocks.text import (
    AccordionBlock,
    FormattedTextBlock,
    HeadingBlock,
    HeadingLevel,
    NoticeBlock,
    QuoteBlock,
)


class BodyBlock(StreamBlock):
    """Without raw HTML and without embeds: nothing is called from elsewhere."""

    heading = HeadingBlock()
    rich_text = FormattedTextBlock()
    image = CaptionedImageBlock()
    quote = QuoteBlock()
    key_fact = KeyFactBlock()
    quality = QualityBlock()
    accordion = AccordionBlock()
    download = DownloadBlock()
    link = LinkBlock()
    call_to_action = CallToActionBlock()
    video = VideoBlock()
    table = CaptionedTableBlock()
    notice = NoticeBlock()
    contact = ContactBlock()
    participation_teaser = ParticipationTeaserBlock()

    def clean(self, value: Any) -> Any:
        errors: dict[int, Any] = {}
        non_block_errors: Any = None
        cleaned = value
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            errors, non_block_errors = dict(error.block_errors), error.non_block_errors
        if not self.is_deferred_validation:
            for index in orphaned_subheadings(value):
                errors.setdefault(index, orphaned())
        if errors or non_block_errors:
            raise StreamBlockValidationError(
                block_errors=dict(sorted(errors.items())), non_block_errors=non_block_errors
            )
        return cleaned


def orphaned() -> StructBlockValidationError:
    message = _("A subheading stands below a heading: there is none before it.")
    return StructBlockValidationError(block_errors={"level": ValidationError(message)})


def orphaned_subheadings(value: Any) -> Iterator[int]:
    """Yield the places of subheadings before which there is no heading."""
    for index, child in enumerate(value):
        if child.block_type != "heading":
            continue
        if child.value.get("level") == HeadingLevel.H2:
            return
        yield index
