"""Before a page or term is deleted or unpublished: what uses it, and what else would do."""

from typing import Any

from django.urls import reverse
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.models import Page
from wagtail.snippets.views import snippets

from vision_pages.admin.archive import ArchiveItem, may_archive
from vision_pages.models.uses import Uses
from vision_pages.translation.following import translations


def languages(pages: list[Page]) -> list[str]:
    return [str(page.locale) for page in pages]


class ContentDeleteView(DeleteView):
    """Asks before it deletes a page."""

    template_name = "vision_pages/admin/confirm_delete_page.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        found = translations(self.page)
        gone = [self.page, *self.page.get_descendants(), *found]
        return super().get_context_data(**kwargs) | {
            "uses": Uses(gone, self.request.user),
            "translations": languages([page for page in found if page.alias_of_id is None]),
            "archive_url": archive_url(self.page, self.request.user),
        }


class ContentUnpublishView(UnpublishView):
    """Asks before it unpublishes a page."""

    template_name = "vision_pages/admin/confirm_unpublish_page.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        found = [page for page in translations(self.object) if page.live]
        return super().get_context_data(**kwargs) | {
            "usage_url": None,  # Ours says more.
            "uses": Uses([self.object], self.request.user),
            "translations": languages([page for page in found if page.alias_of_id is None]),
            "archive_url": archive_url(self.object, self.request.user),
        }


def archive_url(page: Page, user: Any) -> str | None:
    """Give the way to archive a page instead, to who may do it."""
    return reverse(ArchiveItem.url_name, args=[page.pk]) if may_archive(page, user) else None


class TermDeleteView(snippets.DeleteView):
    """Asks before it deletes a term."""

    template_name = "vision_pages/admin/confirm_delete_term.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        uses = Uses([self.object], self.request.user)
        return super().get_context_data(**kwargs) | {"uses": uses}


class TermUnpublishView(snippets.UnpublishView):
    """Asks before it unpublishes a term."""

    template_name = "vision_pages/admin/confirm_unpublish_term.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        uses = Uses([self.object], self.request.user)
        return super().get_context_data(**kwargs) | {"uses": uses, "usage_url": None}
