"""A stage on the way of a vision or a project."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from vision_pages.blocks import RICH_TEXT_FEATURES
from vision_pages.fields import PartialDateField
from vision_pages.models.content import ContentMixin
from vision_pages.models.evidence import EvidenceMixin
from vision_pages.models.period import PeriodMixin
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.tabs import tabs


class StageKind(models.TextChoices):
    ANALYSIS = "analysis", _("analysis")
    DEVELOPMENT = "development", _("development")
    PARTICIPATION = "participation", _("participation")
    DECISION = "decision", _("decision")
    IMPLEMENTATION = "implementation", _("implementation")
    EVALUATION = "evaluation", _("evaluation")


class StagePage(PeriodMixin, EvidenceMixin, ContentMixin, Page):
    """A stage; its order among its siblings is its order in time."""

    kind = models.CharField(_("kind of stage"), max_length=14, choices=StageKind.choices)
    start_date = PartialDateField(_("start"), null=True)
    results = RichTextField(_("results"), features=RICH_TEXT_FEATURES, blank=True)

    translated = ["results", "participation_events"]
    synchronised = ["kind"]

    parent_page_types = ["vision_pages.VisionPage", "vision_pages.ProjectPage"]
    subpage_types: list[str] = []
    page_description = _("A stage of a vision or a project, with the ways to take part in it.")

    edit_handler = tabs(
        content=[
            *ContentMixin.introduction_panels,
            FieldPanel("kind"),
            *ContentMixin.body_panels,
            FieldPanel(
                "results", help_text=_("What came out of this stage and what follows from it.")
            ),
        ],
        period=PeriodMixin.period_panels,
        participation=[
            InlinePanel(
                "participation_events",
                label=_("Participation event"),
                heading=_("Participation events"),
                help_text=_("Surveys, workshops and all else in which people take part."),
            ),
        ],
        participants=ContentMixin.contact_panels,
        evidence=EvidenceMixin.evidence_panels,
    )

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        for event in rows("participation_events"):
            yield from event.faults()
