"""How people take part in a stage: surveys, workshops, exhibitions."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin

from vision_pages.models.choice_array import ChoiceArrayField
from vision_pages.models.place import PlaceMixin
from vision_pages.models.project import ParticipationLevel
from vision_pages.models.publication import Fault
from vision_pages.models.stage import StagePage
from vision_pages.models.translatability import Translatability


class EventFormat(models.TextChoices):
    ONLINE_SURVEY = "online_survey", _("online survey")
    ONLINE_DIALOGUE = "online_dialogue", _("online dialogue")
    WORKSHOP = "workshop", _("workshop")
    INTERVIEW = "interview", _("interview")
    PUBLIC_EVENT = "public_event", _("public event")
    OUTREACH = "outreach", _("outreach")
    EXHIBITION = "exhibition", _("exhibition")
    COMMITTEE = "committee", _("committee")
    OTHER = "other", _("other")


class AttendanceMode(models.TextChoices):
    ONLINE = "online", _("online")
    ONSITE = "onsite", _("on site")
    MIXED = "mixed", _("online and on site")


ONLINE = {AttendanceMode.ONLINE, AttendanceMode.MIXED}
ONSITE = {AttendanceMode.ONSITE, AttendanceMode.MIXED}


class EventState(models.TextChoices):
    """Whether one can take part at a given moment."""

    UPCOMING = "upcoming", _("upcoming")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


class EventLanguage(models.TextChoices):
    GERMAN = "de", _("German")
    EASY_GERMAN = "de-simple", _("Easy German")
    GERMAN_SIGN_LANGUAGE = "gsg", _("German Sign Language")
    ENGLISH = "en", _("English")
    TURKISH = "tr", _("Turkish")
    FRENCH = "fr", _("French")
    UKRAINIAN = "uk", _("Ukrainian")
    ARABIC = "ar", _("Arabic")


def midnight(moment: datetime) -> datetime:
    """Give the beginning of a moment's day in the time zone of the site."""
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


class ParticipationEvent(PlaceMixin, Translatability, TranslatableMixin, Orderable):
    """One occasion to take part, inline on a stage."""

    page = ParentalKey(StagePage, on_delete=models.CASCADE, related_name="participation_events")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    format = models.CharField(_("format"), max_length=16, choices=EventFormat.choices)
    level = models.CharField(
        _("level of participation"),
        max_length=12,
        choices=ParticipationLevel.choices,
        blank=True,
    )
    cancelled = models.BooleanField(_("cancelled"), default=False)
    starts_at = models.DateTimeField(_("starts at"), null=True, db_index=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    all_day = models.BooleanField(_("all day"), default=False)
    attendance_mode = models.CharField(
        _("place of attendance"), max_length=6, choices=AttendanceMode.choices
    )
    participation_url = models.URLField(_("address to take part online"), blank=True)
    registration_required = models.BooleanField(_("registration required"), default=False)
    registration_url = models.URLField(_("address for registration"), blank=True)
    registration_deadline = models.DateTimeField(_("registration until"), null=True, blank=True)
    venue_name = models.CharField(_("venue"), max_length=200, blank=True)
    accessibility_note = models.TextField(
        _("accessibility"),
        blank=True,
        help_text=_("Steps, lifts, toilets, hearing loops, interpreters; required on site."),
    )
    languages = ChoiceArrayField(
        models.CharField(max_length=10, choices=EventLanguage.choices),
        default=list,
        blank=True,
        verbose_name=_("languages"),
    )
    target_group = models.CharField(_("target group"), max_length=200, blank=True)
    participant_count = models.PositiveIntegerField(_("number of people"), null=True, blank=True)
    result_summary = models.TextField(_("result in brief"), blank=True)

    translated = [
        "title",
        "description",
        "venue_name",
        "accessibility_note",
        "target_group",
        "result_summary",
    ]
    synchronised = [
        "format",
        "level",
        "cancelled",
        "starts_at",
        "ends_at",
        "all_day",
        "attendance_mode",
        "participation_url",
        "registration_required",
        "registration_url",
        "registration_deadline",
        "languages",
        "participant_count",
    ]
    rows = "participation_events"

    panels = [
        FieldPanel("title"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("format"), FieldPanel("level")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("all_day"),
                FieldPanel("cancelled"),
            ],
            heading=_("Time"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("attendance_mode"),
                FieldPanel("participation_url"),
                FieldPanel("venue_name"),
                *PlaceMixin.panels,
                FieldPanel("accessibility_note"),
            ],
            heading=_("Place"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("registration_required"),
                FieldPanel("registration_url"),
                FieldPanel("registration_deadline"),
            ],
            heading=_("Registration"),
        ),
        FieldPanel("languages"),
        FieldPanel("target_group"),
        MultiFieldPanel(
            [FieldPanel("participant_count"), FieldPanel("result_summary")], heading=_("Result")
        ),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("participation event")
        verbose_name_plural = _("participation events")

    def __str__(self) -> str:
        return self.title

    def state(self, now: datetime | None = None) -> EventState:
        """Say whether one can take part `now`; without an end it closes at the end of its day."""
        now = now or timezone.now()
        if self.cancelled:
            return EventState.CANCELLED
        if self.starts_at is None or now < self.counted(self.starts_at):
            return EventState.UPCOMING
        return EventState.CLOSED if now > self.closes_at(self.starts_at) else EventState.OPEN

    def counted(self, moment: datetime) -> datetime:
        """Give what counts of a moment: of an event of whole days only the day."""
        return midnight(moment) if self.all_day else moment

    def closes_at(self, starts_at: datetime) -> datetime:
        if self.ends_at and not self.all_day:
            return self.ends_at
        return midnight(self.ends_at or starts_at) + timedelta(days=1)

    def registration_open(self, now: datetime | None = None) -> bool:
        """Say whether one can register `now`."""
        now = now or timezone.now()
        if not self.registration_url or self.state(now) in {
            EventState.CANCELLED,
            EventState.CLOSED,
        }:
            return False
        return self.registration_deadline is None or now <= self.registration_deadline

    def faults(self) -> Iterable[Fault]:
        yield from super().faults()
        for field, message in self.field_faults():
            yield Fault(field, message, row=self, rows=self.rows)

    def field_faults(self) -> Iterable[tuple[str, Any]]:
        yield from self.time_faults()
        if self.state() in {EventState.UPCOMING, EventState.OPEN}:
            yield from self.access_faults()

    def access_faults(self) -> Iterable[tuple[str, Any]]:
        """Yield what people lack who want to take part; of what is over it may be unknown."""
        if self.attendance_mode in ONLINE and not self.participation_url:
            yield "participation_url", _("Online participation needs its address.")
        if self.attendance_mode in ONSITE:
            if not self.venue_name:
                yield "venue_name", _("An event on site needs a venue.")
            if not self.accessibility_note:
                yield "accessibility_note", _("Say how accessible the place is.")
        if self.registration_required and not self.registration_url:
            yield "registration_url", _("Required registration needs its address.")

    def time_faults(self) -> Iterable[tuple[str, Any]]:
        if self.starts_at:
            if self.ends_at and self.counted(self.ends_at) < self.counted(self.starts_at):
                yield "ends_at", _("The end lies before the start.")
            deadline = self.registration_deadline
            if deadline and deadline > self.closes_at(self.starts_at):
                yield "registration_deadline", _("Registration ends after the event.")
        if self.participant_count is not None and self.state() != EventState.CLOSED:
            yield "participant_count", _("The number of people is known once the event is over.")
