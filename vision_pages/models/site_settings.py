"""What every page of a site needs beside its content, in each language."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel, PublishingPanel
from wagtail.models import DraftStateMixin, RevisionMixin, Site, TranslatableMixin

from vision_pages.blocks import NavigationItemBlock, SocialProfileBlock
from vision_pages.fields import BodyField
from vision_pages.models.preview import ShownByFrontends
from vision_pages.models.translatability import Translatability


def page_reference(label: Any) -> Any:
    return models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=label,
    )


class SiteSettings(
    ShownByFrontends, DraftStateMixin, RevisionMixin, Translatability, TranslatableMixin
):
    """Navigation, legal pages and contacts of a site, one for each language."""

    site = models.ForeignKey(
        Site, on_delete=models.CASCADE, related_name="+", verbose_name=_("site")
    )
    publisher_name = models.CharField(
        _("publisher"),
        max_length=120,
        blank=True,
        help_text=_("Who publishes the site, such as “City of Cologne”; search engines name it."),
    )
    newsletter_text = models.TextField(_("invitation to the newsletter"), blank=True)
    newsletter_url = models.URLField(_("newsletter"), blank=True)
    social_profiles = BodyField(
        [("profile", SocialProfileBlock())], blank=True, verbose_name=_("social profiles")
    )
    imprint_page = page_reference(_("imprint"))
    privacy_page = page_reference(_("privacy policy"))
    accessibility_page = page_reference(_("accessibility statement"))
    accessibility_feedback_email = models.EmailField(
        _("e-mail for accessibility feedback"), blank=True
    )
    easy_language_page = page_reference(_("page about Leichte Sprache"))
    sign_language_page = page_reference(_("page about sign language"))
    default_contact = models.ForeignKey(
        "vision_pages.ContactPoint",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("default contact point"),
    )
    main_navigation = BodyField(
        [("item", NavigationItemBlock())], blank=True, verbose_name=_("main navigation")
    )
    footer_navigation = BodyField(
        [("item", NavigationItemBlock())], blank=True, verbose_name=_("footer navigation")
    )

    translated = ["publisher_name", "newsletter_text", "main_navigation", "footer_navigation"]
    synchronised = [
        "site",
        "newsletter_url",
        "social_profiles",
        "imprint_page",
        "privacy_page",
        "accessibility_page",
        "accessibility_feedback_email",
        "easy_language_page",
        "sign_language_page",
        "default_contact",
    ]

    panels = [
        FieldPanel("site"),
        FieldPanel("publisher_name"),
        MultiFieldPanel(
            [FieldPanel("main_navigation"), FieldPanel("footer_navigation")],
            heading=_("Navigation"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("imprint_page"),
                PageChooserPanel("privacy_page"),
                PageChooserPanel("accessibility_page"),
                FieldPanel("accessibility_feedback_email"),
                PageChooserPanel("easy_language_page"),
                PageChooserPanel("sign_language_page"),
            ],
            heading=_("Legal pages"),
        ),
        MultiFieldPanel(
            [FieldPanel("newsletter_text"), FieldPanel("newsletter_url")], heading=_("Newsletter")
        ),
        FieldPanel("social_profiles"),
        FieldPanel("default_contact"),
        PublishingPanel(),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "locale"],
                name="unique_site_settings",
                violation_error_message=_("This site already has settings in this language."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.site} ({self.locale})"
