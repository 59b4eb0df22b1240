"""Where something is: an address, a position, a district."""

from collections.abc import Iterable
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from vision_pages.models.publication import Fault
from vision_pages.models.translatability import Translatability


class PlaceMixin(Translatability, models.Model):
    """A place; `rows` names the inline relation it stands in."""

    address = models.CharField(_("address"), max_length=250, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    district = models.ForeignKey(
        "vision_pages.District",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("district"),
    )

    rows: ClassVar[str]
    synchronised = ["address", "latitude", "longitude", "district"]

    panels = [
        FieldPanel("address"),
        FieldRowPanel(
            [
                FieldPanel("latitude", help_text=_("In degrees, for example 50.941278.")),
                FieldPanel("longitude", help_text=_("In degrees, for example 6.958281.")),
            ]
        ),
        FieldPanel("district"),
    ]

    class Meta:
        abstract = True

    def faults(self) -> Iterable[Fault]:
        """Yield what stands against publishing this row."""
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            yield Fault(missing, _("Enter both coordinates or none."), row=self, rows=self.rows)
