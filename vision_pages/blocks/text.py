"""Blocks of text: headings, formatted text, quotes, accordions, notices."""

from html.parser import HTMLParser
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock, TextBlock
from wagtail_localize.segments.types import BaseValue

RICH_TEXT_FEATURES = [
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
    "superscript",
    "subscript",
]
TEXT = _("Text")


class HeadingLevel(TextChoices):
    H2 = "h2", _("heading")
    H3 = "h3", _("subheading")


class NoticeTone(TextChoices):
    INFO = "info", _("information")
    WARNING = "warning", _("warning")
    SUCCESS = "success", _("success")


class Links(HTMLParser):
    """Collects the links of a formatted text: the attributes of each, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "a":
            self.found.append((dict(attrs), ""))
            self.open = True

    def handle_data(self, data: str) -> None:
        if self.open:
            attributes, text = self.found[-1]
            self.found[-1] = (attributes, text + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open = False


def links_in(html: str) -> list[tuple[dict[str, str | None], str]]:
    """Give the links of a formatted text, each with its attributes and its text."""
    parser = Links()
    parser.feed(html)
    return parser.found


def has_empty_link(html: str) -> bool:
    return any(not text.strip() for _attributes, text in links_in(html))


class LanguageBlock(CharBlock):
    """The language of a passage or a target: a fact, so translators are not asked for it."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "required": False,
            "max_length": 35,
            "label": _("Language"),
            "help_text": _("Only where it differs from the page’s: a language tag such as “en”."),
        }
        super().__init__(**defaults | kwargs)

    def get_translatable_segments(self, value: str) -> list[BaseValue]:
        return []


class FormattedText(RichTextBlock):
    """Formatted text without headings; a link without text is refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": RICH_TEXT_FEATURES, "label": TEXT} | kwargs)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and has_empty_link(cleaned.source):
            raise ValidationError(_("A link has no text."))
        return cleaned


class HeadingBlock(StructBlock):
    text = CharBlock(max_length=200, label=TEXT)
    level = ChoiceBlock(choices=HeadingLevel.choices, default=HeadingLevel.H2, label=_("Rank"))

    class Meta:
        icon = "title"
        group = TEXT
        label = _("Heading")
        description = _("Divides the text; a subheading stands below a heading.")
        preview_template = "vision_pages/block_previews/heading.html"


class FormattedTextBlock(StructBlock):
    content = FormattedText()
    language = LanguageBlock()

    class Meta:
        icon = "pilcrow"
        group = TEXT
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        preview_template = "vision_pages/block_previews/rich_text.html"


class QuoteBlock(StructBlock):
    text = TextBlock(label=_("Quote"))
    person = CharBlock(required=False, max_length=200, label=_("Person"))
    role = CharBlock(required=False, max_length=200, label=_("Function"))

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Quote")
        description = _("What somebody said, with name and function.")
        preview_template = "vision_pages/block_previews/quote.html"


class AccordionItemBlock(StructBlock):
    title = CharBlock(max_length=200, label=_("Title"))
    content = FormattedText()

    class Meta:
        icon = "list-ul"
        label = _("Part")


class AccordionBlock(StructBlock):
    items = ListBlock(AccordionItemBlock(), label=_("Parts"))

    class Meta:
        icon = "list-ul"
        group = TEXT
        label = _("Accordion")
        description = _("Parts that open and close, for details not everybody needs.")
        preview_template = "vision_pages/block_previews/accordion.html"


class NoticeBlock(StructBlock):
    tone = ChoiceBlock(choices=NoticeTone.choices, default=NoticeTone.INFO, label=_("Tone"))
    title = CharBlock(required=False, max_length=200, label=_("Title"))
    content = FormattedText()

    class Meta:
        icon = "info-circle"
        group = TEXT
        label = _("Notice")
        description = _("A text that stands out, such as a change of date.")
        preview_template = "vision_pages/block_previews/notice.html"
