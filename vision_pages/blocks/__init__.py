"""The blocks editors write with."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class HeadingLevel(TextChoices):
    H2 = "h2", _("heading")
    H3 = "h3", _("subheading")


class DownloadKind(TextChoices):
    REPORT = "report", _("report")
    BROCHURE = "brochure", _("brochure")
    PRESENTATION = "presentation", _("presentation")
    MAP = "map", _("map")
    MINUTES = "minutes", _("minutes")
    OTHER = "other", _("other")


class NoticeTone(TextChoices):
    INFO = "info", _("information")
    WARNING = "warning", _("warning")
    SUCCESS = "success", _("success")


class Outcome(TextChoices):
    PENDING = "pending", _("pending")
    RECOMMENDED = "recommended", _("recommended")
    ADOPTED = "adopted", _("adopted")
    ADOPTED_AMENDED = "adopted_amended", _("adopted with changes")
    NOTED = "noted", _("noted")
    POSTPONED = "postponed", _("postponed")
    REFERRED = "referred", _("referred")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock()
    level = blocks.ChoiceBlock(choices=HeadingLevel.choices, default="h2")


class FormattedTextBlock(blocks.StructBlock):
    content = blocks.RichTextBlock(features=FEATURES)
    language = blocks.CharBlock(required=False)


class LinkTargetBlock(blocks.StructBlock):
    label = blocks.CharBlock()
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(required=False)
    document = DocumentChooserBlock(required=False)
    language = blocks.CharBlock(required=False)


class CaptionedImageBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False)


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock()
    person = blocks.CharBlock(required=False)
    role = blocks.CharBlock(required=False)


class KeyFactBlock(blocks.StructBlock):
    value = blocks.CharBlock()
    label = blocks.CharBlock()
    note = blocks.CharBlock(required=False)


class QualityBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    description = blocks.TextBlock(required=False)


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    content = blocks.RichTextBlock(features=FEATURES)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock())


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock()
    title = blocks.CharBlock()
    description = blocks.TextBlock(required=False)
    kind = blocks.ChoiceBlock(choices=DownloadKind.choices, required=False)


class LinkBlock(blocks.StructBlock):
    link = LinkTargetBlock()
    description = blocks.TextBlock(required=False)


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    description = blocks.TextBlock(required=False)
    link = LinkTargetBlock()


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    file = DocumentChooserBlock(required=False)
    url = blocks.URLBlock(required=False)
    poster = ImageBlock(required=False)
    captions = DocumentChooserBlock(required=False)
    without_speech = blocks.BooleanBlock(required=False)
    transcript = blocks.RichTextBlock(required=False, features=FEATURES)
    language = blocks.CharBlock(required=False)


class CaptionedTableBlock(blocks.StructBlock):
    table = TableBlock()


class NoticeBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(choices=NoticeTone.choices, default="info")
    title = blocks.CharBlock(required=False)
    content = blocks.RichTextBlock(features=FEATURES)


class ContactBlock(blocks.StructBlock):
    contact = SnippetChooserBlock("vision_pages.ContactPoint")


class ParticipationTeaserBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    description = blocks.TextBlock(required=False)
    page = blocks.PageChooserBlock()


class FormerNameBlock(blocks.CharBlock):
    pass


class CouncilDecisionBlock(blocks.StructBlock):
    body_name = blocks.CharBlock()
    date = blocks.DateBlock()
    reference = blocks.CharBlock(required=False)
    title = blocks.CharBlock()
    outcome = blocks.ChoiceBlock(choices=Outcome.choices)
    paper_url = blocks.URLBlock(required=False)
    oparl_url = blocks.URLBlock(required=False)


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    url = blocks.URLBlock(required=False)
    document = DocumentChooserBlock(required=False)
    accessed_on = blocks.DateBlock(required=False)


class SignLanguageVideoBlock(blocks.StructBlock):
    file = DocumentChooserBlock(required=False)
    url = blocks.URLBlock(required=False)
    poster = ImageBlock(required=False)
    transcript = blocks.RichTextBlock(required=False, features=FEATURES)
    duration = blocks.IntegerBlock(required=False)


class SocialProfileBlock(blocks.StructBlock):
    name = blocks.CharBlock()
    url = blocks.URLBlock()


class NavigationItemBlock(blocks.StructBlock):
    label = blocks.CharBlock(required=False)
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(required=False)


class BodyBlock(blocks.StreamBlock):
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
