"""How a stage, vision or project stands: by its editor's word, else by its dates."""

from datetime import date
from itertools import product

import pytest
import time_machine

from tests.factories import StageFactory
from vision_pages.models import VisionPage
from vision_pages.status import Status, StatusOverride, status

TODAY = date(2021, 4, 6)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        (None, None, Status.PLANNED),
        (None, date(2021, 4, 5), Status.PLANNED),
        (date(2021, 4, 7), None, Status.PLANNED),
        (date(2021, 4, 6), None, Status.RUNNING),
        (date(2021, 4, 5), date(2021, 4, 7), Status.RUNNING),
        (date(2021, 4, 6), date(2021, 4, 6), Status.RUNNING),
        (date(2021, 4, 1), date(2021, 4, 5), Status.COMPLETED),
    ],
)
def test_dates_say_the_status_and_belong_to_the_period(starts_on, ends_on, expected):
    assert status(starts_on, ends_on, "", TODAY) == expected


@pytest.mark.parametrize("override", StatusOverride.values)
def test_an_editors_word_wins_over_every_date(override):
    days = [None, date(2021, 4, 5), TODAY, date(2021, 4, 7)]

    assert {status(*dates, override, TODAY) for dates in product(days, days)} == {Status(override)}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2021-04-05T21:59:59Z", Status.PLANNED),
        ("2021-04-05T22:00:00Z", Status.RUNNING),
        ("2021-04-06T21:59:59Z", Status.RUNNING),
        ("2021-04-06T22:00:00Z", Status.COMPLETED),
    ],
)
def test_a_day_begins_at_midnight_in_the_citys_time_zone(stage, now, expected):
    stage.start_date = stage.end_date = "2021-04-06"
    with time_machine.travel(now, tick=False):
        assert stage.status() == expected


def test_a_year_is_running_until_its_last_day(stage):
    stage.start_date = stage.end_date = "2021"

    assert stage.status(date(2021, 12, 31)) == Status.RUNNING
    assert stage.status(date(2022, 1, 1)) == Status.COMPLETED


def stages(parent, *dates, live=True):
    for start, end in dates:
        StageFactory(parent=parent, start_date=start, end_date=end, live=live)
    return VisionPage.objects.get(pk=parent.pk)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], Status.PLANNED),
        ([("2021-05", "2021-06")], Status.PLANNED),
        ([("2020", "2020"), ("2021-05", "2021-06")], Status.RUNNING),
        ([("2020", "2020"), ("2021-02", None)], Status.RUNNING),
        ([("2020", None), ("2021-01", "2021-02")], Status.RUNNING),
        ([("2021-01", "2021-02"), ("2020", "2020")], Status.COMPLETED),
    ],
)
def test_an_initiative_without_dates_has_those_of_its_stages(vision, dates, expected):
    assert stages(vision, *dates).status(TODAY) == expected


def test_a_draft_of_a_stage_says_nothing_of_its_initiative(vision):
    assert stages(vision, ("2020", None), live=False).status(TODAY) == Status.PLANNED


def test_an_initiative_with_a_date_of_its_own_asks_no_stage(vision):
    vision = stages(vision, ("2020", "2020"))

    vision.end_date = "2021"
    assert vision.status(TODAY) == Status.PLANNED
    vision.start_date = "2021"
    assert vision.status(TODAY) == Status.RUNNING


def test_an_editors_word_on_an_initiative_wins_over_its_stages(vision):
    vision = stages(vision, ("2020", "2020"))
    vision.status_override = "discontinued"

    assert vision.status(TODAY) == Status.DISCONTINUED


def test_an_initiative_that_is_not_saved_has_no_stages():
    assert VisionPage().status(TODAY) == Status.PLANNED
