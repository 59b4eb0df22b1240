"""The blocks editors write with, one family in each module."""

from vision_pages.blocks.body import BodyBlock
from vision_pages.blocks.evidence import (
    CouncilDecisionBlock,
    FormerNameBlock,
    Outcome,
    SourceBlock,
)
from vision_pages.blocks.facts import CaptionedTableBlock, KeyFactBlock, QualityBlock
from vision_pages.blocks.links import (
    AddressBlock,
    CallToActionBlock,
    LinkBlock,
    LinkTargetBlock,
    NavigationItemBlock,
    SocialProfileBlock,
)
from vision_pages.blocks.media import (
    CaptionedImageBlock,
    DownloadBlock,
    DownloadKind,
    SignLanguageVideoBlock,
    VideoBlock,
)
from vision_pages.blocks.participation import ContactBlock, ParticipationTeaserBlock
from vision_pages.blocks.text import (
    RICH_TEXT_FEATURES,
    AccordionBlock,
    FormattedTextBlock,
    HeadingBlock,
    HeadingLevel,
    NoticeBlock,
    NoticeTone,
    QuoteBlock,
    has_empty_link,
    links_in,
)

__all__ = [
    "RICH_TEXT_FEATURES",
    "AccordionBlock",
    "AddressBlock",
    "BodyBlock",
    "CallToActionBlock",
    "CaptionedImageBlock",
    "CaptionedTableBlock",
    "ContactBlock",
    "CouncilDecisionBlock",
    "DownloadBlock",
    "DownloadKind",
    "FormattedTextBlock",
    "FormerNameBlock",
    "HeadingBlock",
    "HeadingLevel",
    "KeyFactBlock",
    "LinkBlock",
    "LinkTargetBlock",
    "NavigationItemBlock",
    "NoticeBlock",
    "NoticeTone",
    "Outcome",
    "ParticipationTeaserBlock",
    "QualityBlock",
    "QuoteBlock",
    "SignLanguageVideoBlock",
    "SocialProfileBlock",
    "SourceBlock",
    "VideoBlock",
    "has_empty_link",
    "links_in",
]
