"""Blocks that lead elsewhere: links, calls to action, profiles, navigation."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail_localize.segments.types import OverridableSegmentValue

from vision_pages.blocks.addresses import validate_address
from vision_pages.blocks.checked import CheckedStructBlock, Fault
from vision_pages.blocks.text import LanguageBlock

LINKS = _("Links")
TARGETS = ("page", "url", "document")


class AddressBlock(CharBlock):
    """An address on the web, of a mailbox or a telephone."""

    def __init__(self, **kwargs: Any) -> None:
        validators = (*kwargs.pop("validators", ()), validate_address)
        super().__init__(
            **{"label": _("Address"), "max_length": 500} | kwargs, validators=validators
        )

    def get_translatable_segments(self, value: str | None) -> list[OverridableSegmentValue]:
        """An address isn't translated; a language may have another one."""
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(
        self, value: str, segments: Iterable[OverridableSegmentValue]
    ) -> str:
        for segment in segments:
            value = segment.data
        return value


class LinkTargetBlock(CheckedStructBlock):
    label = CharBlock(
        max_length=200,
        label=_("Link text"),
        help_text=_("Says where it leads; not “here” or “more”."),
    )
    page = PageChooserBlock(required=False, label=_("Page"))
    url = AddressBlock(required=False)
    document = DocumentChooserBlock(required=False, label=_("File"))
    language = LanguageBlock()

    class Meta:
        icon = "link"
        label = _("Link")

    def faults(self, value: Any) -> Iterable[Fault]:
        chosen = [name for name in TARGETS if value.get(name)]
        if not chosen:
            yield "page", _("Choose a page, an address or a file.")
        for name in chosen[1:]:
            yield name, _("A link leads to one place only.")


class LinkBlock(StructBlock):
    link = LinkTargetBlock()
    description = TextBlock(required=False, label=_("Description"))

    class Meta:
        icon = "link"
        group = LINKS
        label = _("Link")
        description = _("A link that stands alone, with a description.")
        preview_template = "vision_pages/block_previews/link.html"


class CallToActionBlock(StructBlock):
    title = CharBlock(max_length=120, label=_("Title"))
    description = TextBlock(required=False, label=_("Description"))
    link = LinkTargetBlock()

    class Meta:
        icon = "pick"
        group = LINKS
        label = _("Call to action")
        description = _("An invitation with a button.")
        preview_template = "vision_pages/block_previews/call_to_action.html"


class SocialProfileBlock(StructBlock):
    name = CharBlock(max_length=60, label=_("Network"))
    url = URLBlock(label=_("Address"))

    class Meta:
        icon = "group"
        label = _("Profile")


class NavigationEntryBlock(CheckedStructBlock):
    label = CharBlock(
        required=False,
        max_length=60,
        label=_("Text"),
        help_text=_("Only where it differs from the page’s title."),
    )
    page = PageChooserBlock(required=False, label=_("Page"))
    url = AddressBlock(required=False)

    class Meta:
        icon = "list-ul"
        label = _("Entry")

    def faults(self, value: Any) -> Iterable[Fault]:
        if bool(value.get("page")) == bool(value.get("url")):
            yield "page", _("Choose a page or enter an address, exactly one of the two.")
        if value.get("url") and not value.get("label"):
            yield "label", _("An address needs a text.")


class NavigationItemBlock(NavigationEntryBlock):
    children = ListBlock(NavigationEntryBlock(), default=[], label=_("Entries below it"))
