"""What visions and projects have in common: a goal, actors, foundations, a successor."""

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField

from vision_pages.blocks import RICH_TEXT_FEATURES, FormerNameBlock, LinkBlock
from vision_pages.fields import BodyField, TermsField
from vision_pages.models.actor import Role
from vision_pages.models.content import ContentMixin
from vision_pages.models.evidence import EvidenceMixin
from vision_pages.models.former_names import FormerNamePanel
from vision_pages.models.period import PeriodMixin
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.term_choice import TermsPanel
from vision_pages.status import Status, status


class InitiativeMixin(PeriodMixin, EvidenceMixin, ContentMixin):
    """A vision or a project."""

    goal = RichTextField(_("goal"), features=RICH_TEXT_FEATURES)
    achievements = RichTextField(
        _("What have we achieved?"), features=RICH_TEXT_FEATURES, blank=True
    )
    outlook = RichTextField(_("What comes next?"), features=RICH_TEXT_FEATURES, blank=True)
    contacts = TermsField(
        "vision_pages.ContactPoint", related_name="+", verbose_name=_("contact points")
    )
    strategic_goals = TermsField(
        "vision_pages.StrategicGoal",
        blank=True,
        related_name="+",
        verbose_name=_("strategic goals"),
    )
    fields_of_action = TermsField(
        "vision_pages.FieldOfAction",
        blank=True,
        related_name="+",
        verbose_name=_("fields of action"),
    )
    foundations = BodyField(
        [("link", LinkBlock())],
        blank=True,
        verbose_name=_("foundations"),
        help_text=_("Existing plans, concepts and initiatives that this builds on."),
    )
    successor = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("continued in"),
    )
    former_names = BodyField(
        [("name", FormerNameBlock())],
        blank=True,
        verbose_name=_("former names"),
        help_text=_("So that people who remember them still find the page."),
    )

    translated = ["goal", "achievements", "outlook", "foundations", "former_names"]
    synchronised = ["successor", "actors", "strategic_goals", "fields_of_action"]

    introduction_panels = [
        ContentMixin.introduction_panels[0],
        FormerNamePanel(),
        *ContentMixin.introduction_panels[1:],
    ]
    goal_panels = [
        FieldPanel("goal", help_text=_("What shall be reached, so that one can tell afterwards."))
    ]
    result_panels = [FieldPanel("achievements"), FieldPanel("outlook")]
    participant_panels = [
        InlinePanel(
            "actors",
            label=_("Actor"),
            heading=_("Actors"),
            help_text=_("Who takes part in which role; at least one leads."),
        ),
        *ContentMixin.contact_panels,
    ]
    classification_panels = [
        TermsPanel("strategic_goals"),
        TermsPanel("fields_of_action"),
        FieldPanel("foundations"),
        FieldPanel("former_names"),
    ]
    period_panels = [
        *PeriodMixin.period_panels,
        PageChooserPanel(
            "successor",
            ["vision_pages.VisionPage", "vision_pages.ProjectPage"],
            help_text=_("Only where it has ended and another vision or project goes on with it."),
        ),
    ]

    class Meta:
        abstract = True

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if not any(row.role == Role.LEAD for row in rows("actors")):
            yield Fault(
                "actors", _("Name at least one actor who leads the initiative."), rows="actors"
            )
        if self.successor_id:
            yield from self.successor_faults()

    def status(self, today: date | None = None) -> Status:
        """Say the status; without dates of its own it rests on those of the live stages."""
        if self.start_date or self.end_date or self.status_override or not self.pk:
            return super().status(today)
        stages = apps.get_model("vision_pages.StagePage").objects.child_of(self).live()
        dates = list(stages.values_list("starts_on", "ends_on"))
        starts = [start for start, _end in dates if start]
        ends = [end for _start, end in dates]
        return status(
            min(starts, default=None),
            None if not ends or None in ends else max(ends),
            "",
            today or timezone.localdate(),
        )

    def successor_faults(self) -> Iterable[Fault]:
        if self.successor_id == self.pk:
            yield Fault("successor", _("An initiative cannot be continued in itself."))
        if self.status() not in {Status.COMPLETED, Status.DISCONTINUED}:
            yield Fault("successor", _("Only an initiative that has ended is continued elsewhere."))
