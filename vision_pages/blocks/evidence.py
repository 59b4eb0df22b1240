"""Values that prove something: council decisions, sources, former names."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, StructBlock, URLBlock
from wagtail.documents.blocks import DocumentChooserBlock

from vision_pages.blocks.checked import CheckedStructBlock, Fault
from vision_pages.blocks.partial_date import PartialDateBlock


class Outcome(TextChoices):
    """What a body made of a paper."""

    PENDING = "pending", _("pending")
    RECOMMENDED = "recommended", _("recommended")
    ADOPTED = "adopted", _("adopted")
    ADOPTED_AMENDED = "adopted_amended", _("adopted with changes")
    NOTED = "noted", _("noted")
    POSTPONED = "postponed", _("postponed")
    REFERRED = "referred", _("referred")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class CouncilDecisionBlock(StructBlock):
    body_name = CharBlock(max_length=200, label=_("Body"))
    date = PartialDateBlock(label=_("Date"))
    reference = CharBlock(
        required=False,
        max_length=60,
        label=_("Number of the paper"),
        help_text=_("For example 1908/2021."),
    )
    title = CharBlock(required=False, max_length=300, label=_("Title"))
    outcome = ChoiceBlock(choices=Outcome.choices, required=False, label=_("Outcome"))
    paper_url = URLBlock(required=False, label=_("Address of the paper"))
    oparl_url = URLBlock(required=False, label=_("OParl address"))

    class Meta:
        icon = "doc-full"
        label = _("Council decision")


class SourceBlock(CheckedStructBlock):
    title = CharBlock(max_length=300, label=_("Title"))
    url = URLBlock(required=False, label=_("Address"))
    document = DocumentChooserBlock(required=False, label=_("File"))
    accessed_on = DateBlock(required=False, label=_("Read on"))

    class Meta:
        icon = "doc-empty"
        label = _("Source")

    def faults(self, value: Any) -> Iterable[Fault]:
        if value.get("url") and value.get("document"):
            yield "document", _("Choose a file or enter an address, not both.")


class FormerNameBlock(CharBlock):
    """A name that something had before."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, "label": _("Former name")} | kwargs)
        # Wagtail gives a field no label where it stands in a stream by itself.
        self.field.widget.attrs["aria-label"] = self.label

    class Meta:
        icon = "history"
