"""The history of the Leitbild: what the city said about itself, and when."""

from collections.abc import Iterable

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from vision_pages.blocks import SourceBlock
from vision_pages.fields import BodyField, PartialDateBoundField, PartialDateField
from vision_pages.models.content import ContentMixin
from vision_pages.models.evidence import EvidenceMixin
from vision_pages.models.page_links import PageLink
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.tabs import tabs


class HistoryOrder(models.TextChoices):
    DATE_ASC = "ascending", _("oldest first")
    DATE_DESC = "descending", _("newest first")


class LeitbildHistoryPage(ContentMixin, Page):
    """“Leitbild im Wandel”: the entries in the order of their dates."""

    order = models.CharField(
        _("order"), max_length=10, choices=HistoryOrder.choices, default=HistoryOrder.DATE_ASC
    )

    synchronised = ["order"]

    parent_page_types = ["vision_pages.ProgrammePage"]
    subpage_types = ["vision_pages.LeitbildEntryPage"]
    max_count_per_parent = 1  # type: ignore[assignment]
    page_description = _("How the city’s Leitbild came to be and changed.")

    edit_handler = tabs(
        content=[
            *ContentMixin.introduction_panels,
            FieldPanel("order"),
            *ContentMixin.body_panels,
        ],
        participants=ContentMixin.contact_panels,
    )

    class Meta:
        verbose_name = _("Leitbild history")
        verbose_name_plural = _("Leitbild histories")


class LeitbildEntryPage(EvidenceMixin, ContentMixin, Page):
    """One event in the history of the Leitbild."""

    date = PartialDateField(_("date"), null=True)
    end_date = PartialDateField(_("end"), null=True, blank=True)
    date_text = models.CharField(
        _("date in words"),
        max_length=60,
        blank=True,
        help_text=_("For what a date cannot say, for example “spring 2004”."),
    )
    starts_on = PartialDateBoundField(source="date", edge="earliest")
    ends_on = PartialDateBoundField(source="end_date", edge="latest")
    statement = models.TextField(
        _("the Leitbild’s wording"),
        blank=True,
        help_text=_("The Leitbild in its own words, as it holds from this date on."),
    )
    sources = BodyField([("source", SourceBlock())], blank=True, verbose_name=_("sources"))
    is_highlight = models.BooleanField(_("highlight"), default=False)

    translated = ["date_text", "statement", "sources"]
    synchronised = ["date", "end_date", "is_highlight", "related_visions"]

    parent_page_types = ["vision_pages.LeitbildHistoryPage"]
    subpage_types: list[str] = []
    page_description = _("One event in the history of the Leitbild, with its sources.")

    edit_handler = tabs(
        content=[
            *ContentMixin.introduction_panels,
            FieldPanel("statement"),
            *ContentMixin.body_panels,
            FieldPanel(
                "is_highlight", help_text=_("A turning point, which a timeline may emphasise.")
            ),
        ],
        period=[
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("date"),
                            FieldPanel("end_date"),
                        ]
                    ),
                    FieldPanel("date_text"),
                ],
                heading=_("Date"),
            )
        ],
        participants=ContentMixin.contact_panels,
        classification=[
            InlinePanel("related_visions", label=_("Vision"), heading=_("Related visions"))
        ],
        evidence=[
            FieldPanel("sources", help_text=_("What the date and the wording rest on.")),
            *EvidenceMixin.evidence_panels,
        ],
    )

    class Meta:
        verbose_name = _("Leitbild entry")
        verbose_name_plural = _("Leitbild entries")

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if self.date and self.date.earliest > timezone.localdate():
            yield Fault("date", _("The history has no events in the future."))
        if self.date and self.end_date and self.end_date.latest < self.date.earliest:
            yield Fault("end_date", _("The end lies before the start."))


class LeitbildEntryVision(PageLink):
    """A vision that an entry is about."""

    page = ParentalKey(LeitbildEntryPage, on_delete=models.CASCADE, related_name="related_visions")
    target = models.ForeignKey(
        "vision_pages.VisionPage",
        on_delete=models.CASCADE,
        related_name="leitbild_entries",
        verbose_name=_("vision"),
    )
