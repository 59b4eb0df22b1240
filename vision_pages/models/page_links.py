"""Rows that link a page to another page, in an editor's order."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class PageLink(Orderable):
    """A link from a page to another; a subclass adds `page` and `target`."""

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("link")
        verbose_name_plural = _("links")
