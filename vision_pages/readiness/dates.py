"""Warnings about time: reviews, the order of stages, results that people wait for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from vision_pages.models import LeitbildEntryPage, StagePage
from vision_pages.models.content import ContentMixin
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.readiness.contents import place_of
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import Spot, warns
from vision_pages.status import Status

PATIENCE = timedelta(days=90)


@warns(
    _("The date for the review has passed. Check the page and set a new one."),
    ContentMixin,
    kind=Kind.REVIEW,
)
def overdue_review(page: ContentMixin) -> Iterator[Spot]:
    if page.review_on:
        day_after = page.review_on + timedelta(days=1)
        yield Spot(place_of(page, "review_on"), holds_from=day_after)


@warns(
    _("The stage starts before the stage that stands above it, “%(title)s”, does."),
    StagePage,
    kind=Kind.DATES,
)
def stage_before_its_predecessor(page: StagePage) -> Iterator[Spot]:
    previous = siblings(page).filter(path__lt=page.path).order_by("path").last()
    above = previous and previous.start_date
    if above and page.start_date and page.start_date.latest < above.earliest:
        yield Spot(place_of(page, "start_date"), {"title": previous.title})


@warns(_("Another stage follows, so this one should have an end."), StagePage, kind=Kind.DATES)
def stage_without_end(page: StagePage) -> Iterator[Spot]:
    ended = page.status() in {Status.COMPLETED, Status.DISCONTINUED}
    if not page.end_date and not ended and siblings(page).filter(path__gt=page.path).exists():
        yield Spot(place_of(page, "end_date"))


@warns(_("It ended more than 90 days ago. Say what came of it."), StagePage, kind=Kind.RESULTS)
def stage_without_results(page: StagePage) -> Iterator[Spot]:
    day = long_over_from(page)
    if day and not page.results:
        yield Spot(place_of(page, "results"), holds_from=day)


@warns(
    _("It ended more than 90 days ago. Say what was achieved."), InitiativeMixin, kind=Kind.RESULTS
)
def initiative_without_achievements(page: InitiativeMixin) -> Iterator[Spot]:
    day = long_over_from(page)
    if day and not page.achievements:
        yield Spot(place_of(page, "achievements"), holds_from=day)


@warns(
    _("Name the sources that the date and the wording rest on."),
    LeitbildEntryPage,
    kind=Kind.SOURCES,
)
def entry_without_sources(page: LeitbildEntryPage) -> Iterator[Spot]:
    if not page.sources:
        yield Spot(place_of(page, "sources"))


def siblings(page: StagePage) -> Any:
    """Give the other stages of the same vision or project, in the order of the tree."""
    return StagePage.objects.sibling_of(page, inclusive=False)


def long_over_from(page: Any) -> date | None:
    """Say from which day on it is so long over that people wait for what came of it."""
    if not page.end_date:
        return None
    day: date = page.end_date.latest + PATIENCE + timedelta(days=1)
    return day if page.status(day) == Status.COMPLETED else None
