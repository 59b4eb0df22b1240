"""Warnings about time: reviews, the order of stages, results that people wait for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vision_pages.models import LeitbildEntryPage, StagePage
from vision_pages.models.content import ContentMixin
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.readiness.contents import place_of
from vision_pages.readiness.rules import Spot, warns
from vision_pages.status import Status

PATIENCE = timedelta(days=90)


@warns(_("The date for the review has passed. Check the page and set a new one."), ContentMixin)
def overdue_review(page: ContentMixin) -> Iterator[Spot]:
    if page.review_on and page.review_on < timezone.localdate():
        yield Spot(place_of(page, "review_on"))


@warns(
    _("The stage starts before the stage that stands above it, “%(title)s”, does."),
    StagePage,
)
def stage_before_its_predecessor(page: StagePage) -> Iterator[Spot]:
    previous = siblings(page).filter(path__lt=page.path).order_by("path").last()
    above = previous and previous.start_date
    if above and page.start_date and page.start_date.latest < above.earliest:
        yield Spot(place_of(page, "start_date"), {"title": previous.title})


@warns(_("Another stage follows, so this one should have an end."), StagePage)
def stage_without_end(page: StagePage) -> Iterator[Spot]:
    ended = page.status() in {Status.COMPLETED, Status.DISCONTINUED}
    if not page.end_date and not ended and siblings(page).filter(path__gt=page.path).exists():
        yield Spot(place_of(page, "end_date"))


@warns(_("It ended more than 90 days ago. Say what came of it."), StagePage)
def stage_without_results(page: StagePage) -> Iterator[Spot]:
    if is_long_over(page, page.end_date) and not page.results:
        yield Spot(place_of(page, "results"))


@warns(_("It ended more than 90 days ago. Say what was achieved."), InitiativeMixin)
def initiative_without_achievements(page: InitiativeMixin) -> Iterator[Spot]:
    if is_long_over(page, page.end_date) and not page.achievements:
        yield Spot(place_of(page, "achievements"))


@warns(_("Name the sources that the date and the wording rest on."), LeitbildEntryPage)
def entry_without_sources(page: LeitbildEntryPage) -> Iterator[Spot]:
    if not page.sources:
        yield Spot(place_of(page, "sources"))


def siblings(page: StagePage) -> Any:
    """Give the other stages of the same vision or project, in the order of the tree."""
    return StagePage.objects.sibling_of(page, inclusive=False)


def is_long_over(page: Any, end_date: Any) -> bool:
    today: date = timezone.localdate()
    return bool(
        end_date and end_date.latest < today - PATIENCE and page.status() == Status.COMPLETED
    )
