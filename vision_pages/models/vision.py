"""A vision: what the city, or its administration, wants to become."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from vision_pages.blocks import RICH_TEXT_FEATURES, QualityBlock
from vision_pages.fields import BodyField, TermsField
from vision_pages.models.actor import ActorRole
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.models.page_links import PageLink
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.tabs import tabs
from vision_pages.models.term_choice import TermsPanel


class Scope(models.TextChoices):
    CITY = "city", _("the whole city")
    ADMINISTRATION = "administration", _("the administration")


class VisionPage(InitiativeMixin, Page):
    """A vision, with the stages that lead to it below."""

    scope = models.CharField(_("scope"), max_length=14, choices=Scope.choices)
    motto = models.CharField(_("motto"), max_length=160, blank=True)
    vision_statement = RichTextField(_("vision statement"), features=RICH_TEXT_FEATURES)
    qualities = BodyField(
        [("quality", QualityBlock())], blank=True, verbose_name=_("values and qualities")
    )
    strategies = TermsField(
        "vision_pages.Strategy", blank=True, related_name="+", verbose_name=_("strategies")
    )

    translated = ["motto", "vision_statement", "qualities"]
    synchronised = ["scope", "linked_visions", "strategies"]

    parent_page_types = ["vision_pages.ProgrammePage"]
    subpage_types = ["vision_pages.StagePage"]
    page_description = _("What the city or its administration wants to become, in stages.")

    edit_handler = tabs(
        content=[
            *InitiativeMixin.introduction_panels,
            FieldPanel("scope"),
            FieldPanel("motto", help_text=_("The vision in one line, at most 160 characters.")),
            FieldPanel(
                "vision_statement",
                help_text=_("What it will be like once the vision has come true."),
            ),
            *InitiativeMixin.goal_panels,
            FieldPanel("qualities"),
            *InitiativeMixin.body_panels,
            *InitiativeMixin.result_panels,
        ],
        period=InitiativeMixin.period_panels,
        participants=InitiativeMixin.participant_panels,
        classification=[
            InlinePanel(
                "linked_visions",
                label=_("Linked vision"),
                heading=_("Linked visions"),
                help_text=_("Entered once, the link is shown on both sides."),
            ),
            TermsPanel("strategies"),
            *InitiativeMixin.classification_panels,
        ],
        evidence=InitiativeMixin.evidence_panels,
    )

    class Meta:
        verbose_name = _("vision")
        verbose_name_plural = _("visions")

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        mirrored = set(
            VisionLink.objects.filter(target_id=self.pk).values_list("page_id", flat=True)
        )
        seen: set[int] = set()
        for row in rows("linked_visions"):
            if row.target_id is None:
                continue
            if message := self.link_fault(row.target_id, mirrored, seen):
                yield Fault("target", message, row=row, rows="linked_visions")
            seen.add(row.target_id)

    def link_fault(self, target: int, mirrored: set[int], seen: set[int]) -> Any:
        if target == self.pk:
            return _("A vision cannot be linked with itself.")
        if target in seen:
            return _("This vision is already linked.")
        if target in mirrored:
            return _("The other vision already links here; the link is shown on both sides.")
        return None


class VisionLink(PageLink):
    """A link between two visions, stored once and read from both sides."""

    page = ParentalKey(VisionPage, on_delete=models.CASCADE, related_name="linked_visions")
    target = models.ForeignKey(
        VisionPage, on_delete=models.CASCADE, related_name="linked_from", verbose_name=_("vision")
    )

    class Meta(PageLink.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(page=models.F("target")), name="vision_is_not_linked_with_itself"
            )
        ]


class VisionActor(ActorRole):
    """An actor in a vision."""

    page = ParentalKey(VisionPage, on_delete=models.CASCADE, related_name="actors")
