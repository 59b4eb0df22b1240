"""“Ready to publish?” in the page editor: a side panel, and a message after saving."""

from collections import Counter
from collections.abc import Callable
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
from wagtail.models import Page, get_page_models

from vision_pages.admin import pairing, sign_language
from vision_pages.admin.addresses import tell_address
from vision_pages.admin.decisions import tell_decision
from vision_pages.admin.removal import ContentDeleteView, ContentUnpublishView
from vision_pages.models.content import ContentMixin
from vision_pages.readiness.findings import Finding, findings
from vision_pages.readiness.rules import Severity
from vision_pages.translation.findings import translation_findings
from vision_pages.translation.segments import Segments


class ReadinessSidePanel(BaseSidePanel):
    """What stands against publishing the last saved draft, and what to look at."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label: Any = _("Toggle “Ready to publish?”")
        icon_name = "clipboard-list"

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            return context | {"count": len(self.panel.pressing)}

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

    @property
    def pressing(self) -> list[Finding]:
        """The findings that count: nobody has to follow a hint."""
        return [finding for finding in self.findings if finding.severity is not Severity.HINT]

    def get_context_data(self, parent_context: Any = None) -> Any:
        found: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
        for finding in self.findings:
            found[finding.severity].append(finding)
        return super().get_context_data(parent_context) | {
            "is_saved": self.object.pk is not None,
            "count": len(self.pressing),
            "refusals": found[Severity.REFUSAL],
            "warnings": found[Severity.WARNING],
            "hints": found[Severity.HINT],
        }


class TranslationReadinessSidePanel(ReadinessSidePanel):
    """The same for a page that is translated string by string: as publishing would make it."""

    def __init__(self, translation: Any, page: Any, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.translation = translation

    @cached_property
    def findings(self) -> list[Finding]:
        source, locale = self.translation.source, self.translation.target_locale
        page = source.get_ephemeral_translated_instance(locale, fallback=True)
        return [*translation_findings(Segments(self.translation)), *findings(page)]


class ReadinessMixin:
    """A view of the page editor with the side panel."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()  # type: ignore[misc]
        if not self.page.alias_of_id:  # type: ignore[attr-defined]
            panels.append(ReadinessSidePanel(self.page, self.request))  # type: ignore[attr-defined]
        for each in (pairing, sign_language):
            panels.extend(each.side_panels(self.page, self.request))  # type: ignore[attr-defined]
        return panels


class ContentCreateView(ReadinessMixin, CreateView):
    """Creates a page; the side panel waits for its first draft."""


class ContentEditView(ReadinessMixin, EditView):
    """Edits a page, with what is to be said of its draft beside it."""

    def publish_action(self) -> Any:
        return self.telling_address(super().publish_action)

    def perform_workflow_action(self) -> Any:
        response = self.telling_address(super().perform_workflow_action)
        tell_decision(self.request, self.workflow_action, Page.objects.get(pk=self.page.pk))
        return response

    def telling_address(self, act: Callable[[], Any]) -> Any:
        before = self.real_page_record
        response = act()
        if not self.form.errors:
            # A workflow has published another copy of the page than the one of this form.
            tell_address(self.request, before, Page.objects.get(pk=before.pk))
        return response


class ContentViewSet(PageViewSet):
    """The editor of a page type of ours, or of a host's that builds on ours."""

    add_view_class = ContentCreateView
    edit_view_class = ContentEditView
    delete_view_class = ContentDeleteView
    unpublish_view_class = ContentUnpublishView


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
