"""The name an initiative was published under, kept when it is renamed."""

from typing import Any

from wagtail.admin.panels import Panel
from wagtail.models import Page


def name_to_keep(page: Any) -> str | None:
    """Give the title that people know a page by, if it is about to be lost."""
    title = Page.objects.live().filter(pk=page.pk).values_list("title", flat=True).first()
    if title is None or title == page.title:
        return None
    return None if title in [name.value for name in page.former_names] else title


class FormerNamePanel(Panel):
    """Offers below the title to keep the published one; the browser shows it when they differ."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "vision_pages/admin/former_name.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None and self.instance.live

        def get_context_data(self, parent_context: Any = None) -> Any:
            title = Page.objects.values_list("title", flat=True).get(pk=self.instance.pk)
            return super().get_context_data(parent_context) | {"published_title": title}
