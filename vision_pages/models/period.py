"""When something happens, and what state it is in."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from vision_pages.fields import PartialDateBoundField, PartialDateField
from vision_pages.models.publication import Fault, PublicationRules, Rows
from vision_pages.models.translatability import Translatability
from vision_pages.status import Status, StatusOverride, status


class PeriodMixin(PublicationRules, Translatability, models.Model):
    """A start, an end, and a status that an editor may overrule."""

    start_date = PartialDateField(_("start"), null=True, blank=True)
    end_date = PartialDateField(_("end"), null=True, blank=True)
    date_text = models.CharField(
        _("period in words"),
        max_length=60,
        blank=True,
        help_text=_("For what a date cannot say, for example “spring 2004”."),
    )
    starts_on = PartialDateBoundField(source="start_date", edge="earliest")
    ends_on = PartialDateBoundField(source="end_date", edge="latest")
    status_override = models.CharField(
        _("status against the dates"), max_length=12, choices=StatusOverride.choices, blank=True
    )
    status_note = models.TextField(
        _("current situation"),
        max_length=300,
        blank=True,
        help_text=_("Why it is paused, completed or discontinued, at most 300 characters."),
    )

    translated = ["date_text", "status_note"]
    synchronised = ["start_date", "end_date", "status_override"]

    period_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("start_date"),
                        FieldPanel("end_date"),
                    ]
                ),
                FieldPanel("date_text"),
            ],
            heading=_("Period"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "status_override",
                    help_text=_("Only where the status does not follow from the dates."),
                ),
                FieldPanel("status_note"),
            ],
            heading=_("Status"),
        ),
    ]

    class Meta:
        abstract = True

    def status(self, today: date | None = None) -> Status:
        """Say the status by this page's own dates, on `today` in the site's time zone."""
        today = today or timezone.localdate()
        return status(self.starts_on, self.ends_on, self.status_override, today)

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if self.start_date and self.end_date and self.end_date.latest < self.start_date.earliest:
            yield Fault("end_date", _("The end lies before the start."))
        if self.status_override and not self.status_note:
            yield Fault(
                "status_note", _("Say in a few words why the status differs from the dates.")
            )
        if len(self.status_note) > 300:
            yield Fault("status_note", _("The text has more than 300 characters."))
