"""What the reports have in common: who sees them, how they look, and how they are asked for."""

from typing import Any

from django.db.models import TextChoices
from django.forms import Media
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports.base import ReportView
from wagtail.models import Page

MAY_SEE = ["add", "change", "publish"]


def column(name: str, label: Any) -> Column:
    """Give a column of rows that are dictionaries."""
    return Column(name, label=label, accessor=lambda row: row[name])


class PagesReport(ReportView):
    """A report for whoever may do something to pages."""

    model = Page
    any_permission_required = MAY_SEE
    is_searchable = True
    table_classname = "listing vision-pages-report"

    def get_filterset_kwargs(self) -> dict[str, Any]:
        # Without a model, the filters need rows to begin with; these are never asked for.
        return super().get_filterset_kwargs() | {"queryset": Page.objects.none()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["media"] += Media(css={"all": ["vision_pages/overview/overview.css"]})
        return context

    def asked(self, **changed: str) -> str:
        """Give what is asked for as a query string, from the first page on."""
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment", "export"):
            query.pop(name, None)
        for name, value in changed.items():
            query[name] = value
        return query.urlencode()


class CountedReport(PagesReport):
    """A report that says how much there is of each kind, and leads to the kind alone.

    kinds: the choices. kind_parameter: the filter's name. counted: what counts them, and knows by
    that name which is chosen.
    """

    kinds: type[TextChoices]
    kind_parameter: str
    counted: Any

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        counts, chosen = self.counted.counts(), getattr(self.counted, self.kind_parameter)
        context["counts"] = [
            (kind.label, counts[kind], self.address_of(kind), kind == chosen)
            for kind in self.kinds
            if kind in counts
        ]
        return context

    def address_of(self, kind: Any) -> str:
        """Give the address of this report, of one kind alone."""
        return f"{self.index_url}?{self.asked(**{self.kind_parameter: kind.value})}"
