"""Whom to ask: a function before a person."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from vision_pages.models.taxonomy import Term


class ContactPoint(Term):
    """A place to ask, with at least one way to reach it."""

    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    person = models.CharField(
        _("person"),
        max_length=200,
        blank=True,
        help_text=_("Only where a function is not enough; personal data must be deletable."),
    )
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    form_url = models.URLField(_("contact form"), blank=True)
    address = models.TextField(_("address"), blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True)

    translated = ["organisation", "opening_hours"]
    synchronised = ["person", "phone", "email", "form_url", "address"]

    panels = [
        *Term.panels,
        FieldPanel("organisation"),
        FieldPanel("person"),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("form_url")],
            heading=_("Ways to reach it"),
        ),
        FieldPanel("address"),
        FieldPanel("opening_hours"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")

    def faults(self) -> Iterable[tuple[str, object]]:
        yield from super().faults()
        if not (self.phone or self.email or self.form_url):
            yield "phone", _("Enter a telephone number, an e-mail address or a contact form.")
