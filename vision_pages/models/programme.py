"""The programme that holds visions, projects and the Leitbild history together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel
from wagtail.models import Page

from vision_pages.models.content import ContentMixin
from vision_pages.models.page_links import PageLink
from vision_pages.models.tabs import tabs


class ProgrammePage(ContentMixin, Page):
    """“Stadt der Zukunft”: the entrance to all that the city plans for what it wants to become."""

    synchronised = ["featured"]

    subpage_types = [
        "vision_pages.VisionPage",
        "vision_pages.ProjectIndexPage",
        "vision_pages.LeitbildHistoryPage",
    ]
    page_description = _("The entrance to visions, projects and the history of the Leitbild.")

    edit_handler = tabs(
        content=[
            *ContentMixin.introduction_panels,
            InlinePanel("featured", max_num=6, label=_("Featured page"), heading=_("Featured")),
            *ContentMixin.body_panels,
        ],
        participants=ContentMixin.contact_panels,
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class FeaturedPage(PageLink):
    """A page that the programme shows first."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="featured")
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
