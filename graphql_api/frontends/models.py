"""A frontend: where its readers are, where it shows drafts, who may ask for it, what it shows."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.coreutils import get_content_languages
from wagtail.models import Site

from graphql_api.frontends.form import FrontendForm
from vision_pages.models.choice_array import ChoiceArrayField

# What stands for each placeholder where there is no page yet.
EXAMPLES = {"path": "/", "locale": "de", "type": "Programme", "id": "x", "token": "x"}
PLACEHOLDER = re.compile(r"\{(.*?)\}")

is_address = URLValidator(schemes=["http", "https"])


def validate_base_address(value: str) -> None:
    """Refuse what pages' paths cannot be put behind."""
    is_address(value)
    parts = urlsplit(value)
    if parts.query or parts.fragment or parts.username or parts.password:
        raise ValidationError(_("Without question mark, hash sign and password, please."))


def validate_preview_address(value: str) -> None:
    """Refuse placeholders that nothing is put in the place of, and what is no address then."""
    for name in PLACEHOLDER.findall(value):
        if name not in EXAMPLES:
            raise ValidationError(_("Nothing can stand for {%(name)s}."), params={"name": name})
    is_address(PLACEHOLDER.sub(lambda found: EXAMPLES[found[1]], value))


def validate_origins(value: str) -> None:
    """Refuse lines that browsers do not send as an origin."""
    for line in value.split():
        is_address(line)
        parts = urlsplit(line)
        if line != f"{parts.scheme}://{parts.netloc}" or parts.username:
            raise ValidationError(
                _("%(origin)s is more than scheme and host: https://www.example.org."),
                params={"origin": line},
            )


class Frontend(models.Model):
    """One of the city's sites or apps that show what the API says.

    sites, languages: what it shows; everything where none is named. gives_addresses: canonical
    addresses, sitemap and "view live" lead there.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    base_address = models.CharField(
        _("address"),
        max_length=500,
        validators=[validate_base_address],
        help_text=_("Where it begins, such as “https://www.example.org”: paths follow it."),
    )
    gives_addresses = models.BooleanField(
        _("Pages have their address there"),
        default=True,
        help_text=_("Search engines and “View live” are led there."),
    )
    preview_address = models.CharField(
        _("preview address"),
        max_length=500,
        blank=True,
        validators=[validate_preview_address],
        help_text=_(
            "Where it shows drafts, with {path}, {locale}, {type}, {id} and {token} in the places "
            "of what it needs: “https://www.example.org/preview?token={token}&path={path}”."
        ),
    )
    allowed_origins = models.TextField(
        _("allowed origins"),
        blank=True,
        validators=[validate_origins],
        help_text=_("From where browsers may ask, beside its own address: one in each line."),
    )
    sites = models.ManyToManyField(
        Site,
        blank=True,
        related_name="frontends",
        verbose_name=_("sites"),
        help_text=_("Which sites it shows; all of them where none is chosen."),
    )
    languages = ChoiceArrayField(
        models.CharField(max_length=20, choices=get_content_languages),
        default=list,
        blank=True,
        verbose_name=_("languages"),
        help_text=_("Which languages it shows; all of them where none is chosen."),
    )

    # Its tokens are this account's, which opens nothing else: see tokens.py.
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="frontend",
    )

    base_form_class = FrontendForm

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("base_address"),
                FieldPanel("gives_addresses"),
                FieldPanel("preview_address"),
            ],
            heading=_("Addresses"),
        ),
        MultiFieldPanel(
            [FieldPanel("sites", widget=CheckboxSelectMultiple), FieldPanel("languages")],
            heading=_("Content"),
        ),
        FieldPanel("allowed_origins"),
    ]

    class Meta:
        verbose_name = _("frontend")
        verbose_name_plural = _("frontends")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.base_address = self.base_address.rstrip("/")
        super().save(*args, **kwargs)

    @property
    def origins(self) -> list[str]:
        """Give the origins from which browsers may ask, its own one first."""
        parts = urlsplit(self.base_address)
        return [f"{parts.scheme}://{parts.netloc}".lower(), *self.allowed_origins.lower().split()]

    @property
    def preview_origins(self) -> list[str]:
        """Give the origins where it may show drafts."""
        parts = urlsplit(PLACEHOLDER.sub(lambda found: EXAMPLES[found[1]], self.preview_address))
        return [f"{parts.scheme}://{parts.netloc}".lower(), *self.origins]
