"""Projects, and the index they lie in: one project serves several visions."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, TranslatableMixin

from vision_pages.blocks import RICH_TEXT_FEATURES
from vision_pages.fields import TermsField
from vision_pages.models.actor import ActorRole
from vision_pages.models.content import ContentMixin
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.models.page_links import PageLink
from vision_pages.models.place import PlaceMixin
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.tabs import tabs
from vision_pages.models.translatability import Translatability


class ParticipationLevel(models.TextChoices):
    INFORMATION = "information", _("information")
    CONSULTATION = "consultation", _("consultation")
    COOPERATION = "cooperation", _("cooperation")
    DECISION = "decision", _("decision")


class ProjectIndexPage(ContentMixin, Page):
    """The list of all projects of a programme."""

    parent_page_types = ["vision_pages.ProgrammePage"]
    subpage_types = ["vision_pages.ProjectPage"]
    max_count_per_parent = 1  # type: ignore[assignment]
    page_description = _("The list of all projects of the programme.")

    edit_handler = tabs(
        content=[*ContentMixin.introduction_panels, *ContentMixin.body_panels],
        participants=ContentMixin.contact_panels,
    )

    class Meta:
        verbose_name = _("project index")
        verbose_name_plural = _("project indexes")


class ProjectPage(InitiativeMixin, Page):
    """A project that serves one or more visions."""

    participation_level = models.CharField(
        _("level of participation"), max_length=12, choices=ParticipationLevel.choices
    )
    participation_reason = models.TextField(
        _("reason for this level"),
        blank=True,
        help_text=_("Required when people are only informed."),
    )
    target_groups = models.TextField(_("target groups"), blank=True)
    citywide = models.BooleanField(_("citywide"), default=False)
    costs = RichTextField(_("costs and funding"), features=RICH_TEXT_FEATURES, blank=True)
    website_url = models.URLField(_("website"), blank=True)
    fields_of_action = TermsField(
        "vision_pages.FieldOfAction", related_name="+", verbose_name=_("fields of action")
    )

    translated = ["participation_reason", "target_groups", "costs", "locations"]
    synchronised = ["participation_level", "citywide", "website_url", "visions"]

    parent_page_types = ["vision_pages.ProjectIndexPage"]
    subpage_types = ["vision_pages.StagePage"]
    page_description = _("A project that serves one or more visions, in stages.")

    edit_handler = tabs(
        content=[
            *InitiativeMixin.introduction_panels,
            *InitiativeMixin.goal_panels,
            *InitiativeMixin.body_panels,
            *InitiativeMixin.result_panels,
            FieldPanel("costs"),
            FieldPanel("website_url", help_text=_("The project’s own website, if it has one.")),
        ],
        period=InitiativeMixin.period_panels,
        participation=[
            FieldPanel("participation_level"),
            FieldPanel("participation_reason"),
            FieldPanel("target_groups", help_text=_("Whom the project is for.")),
        ],
        participants=InitiativeMixin.participant_panels,
        classification=[
            InlinePanel(
                "visions",
                label=_("Vision"),
                heading=_("Visions"),
                help_text=_("At least one vision that the project serves."),
            ),
            FieldPanel(
                "citywide", help_text=_("It concerns the whole city and has no single location.")
            ),
            InlinePanel(
                "locations",
                label=_("Location"),
                heading=_("Locations"),
                help_text=_("Where the project happens, for the map."),
            ),
            *InitiativeMixin.classification_panels,
        ],
        evidence=InitiativeMixin.evidence_panels,
    )

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if not rows("visions"):
            yield Fault("visions", _("Name at least one vision it serves."), rows="visions")
        level = self.participation_level
        if level == ParticipationLevel.INFORMATION and not self.participation_reason:
            yield Fault("participation_reason", _("Say why people are only informed."))
        locations = rows("locations")
        if self.citywide and locations:
            yield Fault("citywide", _("A citywide project has no locations."))
        if not self.citywide and not locations:
            yield Fault("citywide", _("Say where it happens: name a location, or the whole city."))
        for location in locations:
            yield from location.faults()


class ProjectVision(PageLink):
    """A vision that a project serves."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="visions")
    target = models.ForeignKey(
        "vision_pages.VisionPage",
        on_delete=models.CASCADE,
        related_name="projects",
        verbose_name=_("vision"),
    )


class ProjectActor(ActorRole):
    """An actor in a project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="actors")


class ProjectLocation(PlaceMixin, Translatability, TranslatableMixin, Orderable):
    """A place where a project happens."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="locations")
    label = models.CharField(_("label"), max_length=120)

    translated = ["label"]
    rows = "locations"

    panels = [FieldPanel("label"), *PlaceMixin.panels]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("location")
        verbose_name_plural = _("locations")
