"""Who takes part: organisations and groups, and the role they have in an initiative."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from vision_pages.models.taxonomy import Term


class Sector(models.TextChoices):
    ADMINISTRATION = "administration", _("administration")
    POLITICS = "politics", _("politics")
    CIVIL_SOCIETY = "civil_society", _("civil society")
    BUSINESS = "business", _("business")
    SCIENCE = "science", _("science")
    CULTURE = "culture", _("culture")
    MEDIA = "media", _("media")
    OTHER = "other", _("other")


class Role(models.TextChoices):
    INITIATOR = "initiator", _("initiator")
    LEAD = "lead", _("lead")
    PARTNER = "partner", _("partner")
    CONTRIBUTOR = "contributor", _("contributor")
    FUNDER = "funder", _("funder")
    CONTRACTOR = "contractor", _("contractor")


class Actor(Term):
    """An organisation or a group of people that takes part."""

    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices)
    website_url = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    logo_alt = models.CharField(_("alternative text of the logo"), max_length=250, blank=True)

    translated = ["logo_alt"]
    synchronised = ["sector", "website_url", "logo"]

    panels = [
        *Term.panels,
        FieldPanel("sector"),
        FieldPanel("website_url"),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alt")], heading=_("Logo")),
    ]

    class Meta(Term.Meta):
        verbose_name = _("actor")
        verbose_name_plural = _("actors")

    def faults(self) -> Iterable[tuple[str, object]]:
        yield from super().faults()
        if self.logo_id and not self.logo_alt:
            yield "logo_alt", _("Describe the logo.")


class ActorRole(Orderable):
    """An actor in a role; a subclass adds the page."""

    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name=_("actor")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)

    panels = [FieldPanel("actor"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
