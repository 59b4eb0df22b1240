"""How a period is worded: as an editor wrote it, or by its dates, which may be known in part."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_type_label

from vision_pages.partial_date import PartialDate
from vision_pages.status import Status


def period_in_words(period: Any) -> str:
    """Word the period of an initiative or a stage; empty where nothing is known of it."""
    return period.date_text or dates_in_words(period.start_date, period.end_date)


def dates_in_words(start: PartialDate | None, end: PartialDate | None) -> str:
    if start and end:
        if start == end:
            return start.label
        return _("%(start)s to %(end)s") % {"start": start.label, "end": end.label}
    if start:
        return _("from %(start)s") % {"start": start.label}
    return _("until %(end)s") % {"end": end.label} if end else ""


def describe(page: Any, stages: list[Any]) -> None:
    """Have an initiative know its stages and say in words what the reports show of it."""
    page.stages = stages
    if not (page.start_date or page.end_date or page.status_override):
        page.start_date, page.end_date = dates_of([stage for stage in stages if stage.live])
    for stage in stages:
        stage.period, stage.state_label = period_in_words(stage), str(Status(stage.state).label)
    page.type = capfirst(get_content_type_label(page.content_type))
    page.status_label = str(Status(page.status).label)
    page.period = period_in_words(page)
    page.starts, page.ends = (day.label if day else "" for day in (page.start_date, page.end_date))
    page.publication = str(_("published") if page.live else _("draft"))
    page.archive = str(_("Yes") if page.is_archived else _("No"))
    page.all_stages = [f"{stage.title} ({stage.period}, {stage.state_label})" for stage in stages]
    page.running_stages = ", ".join(
        stage.title for stage in stages if stage.state == Status.RUNNING
    )


def dates_of(stages: list[Any]) -> tuple[PartialDate | None, PartialDate | None]:
    """Give the dates that stages lend an initiative without its own: as its status takes them."""
    starts = [stage.start_date for stage in stages if stage.start_date]
    ends = [stage.end_date for stage in stages]
    last = None if None in ends else max(ends, key=lambda end: end.latest, default=None)
    return min(starts, default=None), last
