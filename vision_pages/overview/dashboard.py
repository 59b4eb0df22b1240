"""The panels of the dashboard: what is open, what comes soon, what waits for somebody."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from vision_pages.models import PageFinding, ParticipationEvent
from vision_pages.models.participation import EventState
from vision_pages.overview.addresses import edit_address
from vision_pages.overview.care import pages_in_use
from vision_pages.overview.initiatives import editable, stages_seen_by
from vision_pages.overview.panel import Panel
from vision_pages.overview.translation_panel import OutdatedTranslationsPanel
from vision_pages.partial_date import PartialDate
from vision_pages.readiness.kinds import Kind

SOON = timedelta(days=30)
TASKS = (
    WorkflowObjectsToModeratePanel,
    UserObjectsInWorkflowModerationPanel,
    LockedPagesPanel,
)


class OpenParticipationPanel(Panel):
    """In what people can take part now, and until when."""

    name = "open_participation"
    heading = _("Open for participation now")
    template_name = "vision_pages/overview/open_participation.html"
    order = 230

    @cached_property
    def lines(self) -> list[Any]:
        now = timezone.now()
        events = [event for event in self.candidates(now) if event.state(now) is EventState.OPEN]
        known = stages_seen_by(self.user).in_bulk([event.page_id for event in events])
        found = [event for event in events if event.page_id in known]
        for event in found:
            event.stage = known[event.page_id]
            event.address = event.stage.can_edit and edit_address(event.page_id, event.rows)
            event.until = event.ends_at or event.starts_at
        return sorted(found, key=lambda event: event.closes_at(event.starts_at))

    def candidates(self, now: datetime) -> Any:
        """Give the events around today: the event itself says whether it is open."""
        day = timedelta(days=1)
        around = Q(starts_at__lt=now + day, last__gt=now - day)
        events = ParticipationEvent.objects.annotate(last=Coalesce("ends_at", "starts_at"))
        return events.filter(around, cancelled=False, page__live=True)


class Turn(NamedTuple):
    """The beginning or the end of a stage."""

    stage: Any
    day: date
    known: PartialDate
    is_end: bool


class SoonPanel(Panel):
    """Which stages begin or end within the next days."""

    name = "soon"
    heading = _("Soon: stages that begin or end")
    template_name = "vision_pages/overview/soon.html"
    order = 240

    @cached_property
    def lines(self) -> list[Any]:
        today = timezone.localdate()
        soon = (today, today + SOON)
        begins, ends = Q(starts_on__range=soon), Q(ends_on__range=soon)
        stages = stages_seen_by(self.user).filter(
            begins | ends, live=True, status_override="", is_archived=False
        )
        found = [
            Turn(stage, day, known, is_end)
            for stage in stages
            for day, known, is_end in (
                (stage.starts_on, stage.start_date, False),
                (stage.ends_on, stage.end_date, True),
            )
            if day and soon[0] <= day <= soon[1] and not (is_end and day == stage.starts_on)
        ]
        return sorted(found, key=lambda turn: (turn.day, turn.is_end))


class OverdueReviewsPanel(Panel):
    """Which pages somebody should have looked at; those of one's own come first."""

    name = "overdue_reviews"
    heading = _("Overdue reviews")
    template_name = "vision_pages/overview/overdue_reviews.html"
    order = 220

    @cached_property
    def lines(self) -> list[Any]:
        mine = pages_in_use().filter(locale=Locale.get_default())
        mine = mine.filter(pk__in=editable(self.user).values("pk"))
        due = PageFinding.objects.filter(
            kind=Kind.REVIEW, holds_from__lte=timezone.localdate(), page__in=mine.values("pk")
        ).select_related("page")
        is_own = Case(When(page__owner=self.user, then=Value(True)), default=Value(False))
        found: list[Any] = [*due.annotate(is_own=is_own).order_by("-is_own", "holds_from", "page")]
        for one in found:
            one.review_on = one.holds_from - timedelta(days=1)
            one.address = edit_address(one.page_id, one.path)
        return found


class TasksPanel(Component):
    """Wagtail's panels of what waits for somebody; without any, it says so in one line."""

    name = "tasks"
    template_name = "vision_pages/overview/tasks.html"
    order = 200

    def __init__(self, panels: Sequence[Component]) -> None:
        self.panels = panels

    @property
    def media(self) -> Any:
        media = super().media
        for panel in self.panels:
            media += panel.media
        return media

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        shown = [panel.render_html(parent_context) for panel in self.panels]
        return {"panels": [html for html in shown if html.strip()]}


def panels(request: HttpRequest, found: list[Any]) -> None:
    """Add ours to the dashboard, and gather Wagtail's panels of tasks in one place."""
    if not policy_registry.get_by_type(Page).user_has_permission(request.user, "change"):
        return
    tasks = [panel for panel in found if isinstance(panel, TASKS)]
    found[:] = [panel for panel in found if panel not in tasks]
    found += [
        TasksPanel(tasks),
        OutdatedTranslationsPanel(request),
        OverdueReviewsPanel(request),
        OpenParticipationPanel(request),
        SoonPanel(request),
    ]
