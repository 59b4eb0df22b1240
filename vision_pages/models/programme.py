"""The programme that holds visions, projects and the Leitbild history together."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel
from wagtail.models import Page

from vision_pages.models.content import ContentMixin
from vision_pages.models.page_links import PageLink
from vision_pages.models.publication import Fault, Rows
from vision_pages.models.tabs import tabs

FEATURED_MAX_NUMBER = 6


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
            InlinePanel(
                "featured",
                max_num=FEATURED_MAX_NUMBER,
                label=_("Featured page"),
                heading=_("Featured"),
                help_text=_("At most six pages that the programme shows first."),
            ),
            *ContentMixin.body_panels,
        ],
        participants=ContentMixin.contact_panels,
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if len(rows("featured")) > FEATURED_MAX_NUMBER:
            yield Fault("featured", _("A programme features at most six pages."), rows="featured")


class FeaturedPage(PageLink):
    """A page that the programme shows first."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="featured")
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
