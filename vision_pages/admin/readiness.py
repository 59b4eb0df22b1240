"""“Ready to publish?” in the page editor: a side panel, and a message after saving."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import get_page_models

from vision_pages.models.content import ContentMixin
from vision_pages.readiness.findings import Finding, Severity, findings


class ReadinessSidePanel(BaseSidePanel):
    """What stands against publishing the last saved draft, and what to look at."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label: Any = _("Toggle “Ready to publish?”")
        icon_name = "clipboard-list"

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            return context | {"count": len(self.panel.findings)}

    name = "readiness"
    title = _("Ready to publish?")
    template_name = "vision_pages/admin/readiness.html"
    order = 150

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings of the draft as it is stored, whatever a refused form holds."""
        if self.object.pk is None:
            return []
        return findings(self.object.get_latest_revision_as_object())

    def get_context_data(self, parent_context: Any = None) -> Any:
        found: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
        for finding in self.findings:
            found[finding.severity].append(finding)
        return super().get_context_data(parent_context) | {
            "is_saved": self.object.pk is not None,
            "count": len(self.findings),
            "refusals": found[Severity.REFUSAL],
            "warnings": found[Severity.WARNING],
        }


class ReadinessMixin:
    """A view of the page editor with the side panel."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()  # type: ignore[misc]
        if not self.page.alias_of_id:  # type: ignore[attr-defined]
            panels.append(ReadinessSidePanel(self.page, self.request))  # type: ignore[attr-defined]
        return panels


class ContentCreateView(ReadinessMixin, CreateView):
    """Creates a page; the side panel waits for its first draft."""


class ContentEditView(ReadinessMixin, EditView):
    """Edits a page, with what is to be said of its draft beside it."""


class ContentViewSet(PageViewSet):
    """The editor of a page type of ours, or of a host's that builds on ours."""

    add_view_class = ContentCreateView
    edit_view_class = ContentEditView


def viewsets() -> list[PageViewSet]:
    """Give the editor of each page type that has our rules."""
    return [
        type("ContentViewSet", (ContentViewSet,), {"model": model})()
        for model in get_page_models()
        if issubclass(model, ContentMixin)
    ]


def tell(request: HttpRequest, page: Any) -> None:
    """Say after saving that the side panel has something; one that saves itself says nothing."""
    if not isinstance(page, ContentMixin) or not request.accepts("text/html"):
        return
    counted = Counter(
        finding.severity for finding in findings(page.get_latest_revision_as_object())
    )
    if refusals := counted[Severity.REFUSAL]:
        messages.warning(
            request,
            ngettext(
                "%(count)s thing is still missing before the page can be published. "
                "See “Ready to publish?” at the side.",
                "%(count)s things are still missing before the page can be published. "
                "See “Ready to publish?” at the side.",
                refusals,
            )
            % {"count": refusals},
        )
    elif warnings := counted[Severity.WARNING]:
        messages.warning(
            request,
            ngettext(
                "%(count)s note on this page: see “Ready to publish?” at the side.",
                "%(count)s notes on this page: see “Ready to publish?” at the side.",
                warnings,
            )
            % {"count": warnings},
        )
