"""The panel “Status” beside a term's translation."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.models import WorkflowMixin


class TermStatusSidePanel(StatusSidePanel):
    """The panel of wagtail-localize, which knows no workflows of terms, with their addresses."""

    def get_context_data(self, parent_context: Any = None) -> Any:
        context = super().get_context_data(parent_context)
        name = self.object.snippet_viewset.get_url_name
        context["revisions_compare_url_name"] = name("revisions_compare")
        if isinstance(self.object, WorkflowMixin):
            history = reverse(name("workflow_history"), args=[self.object.pk])
            context["workflow_history_url"] = history
        return context


def knowing_workflows(panel: StatusSidePanel) -> TermStatusSidePanel:
    names = ("locale", "translations", "usage_url", "last_updated_info")
    given = {name: getattr(panel, name) for name in names}
    return TermStatusSidePanel(panel.object, panel.request, **given)
