"""The database says of every page the status that the page says of itself."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.factories import StageFactory, VisionFactory
from vision_pages.overview.initiatives import initiatives, stages_of

DAYS = (None, -1, 0, 1)


@pytest.fixture
def reader(db):
    return User.objects.create_superuser("administration")


def day(number):
    return number and (timezone.localdate() + timedelta(days=number)).isoformat()


def today_or(number):
    return timezone.localdate().isoformat() if number == 0 else day(number)


def by_pk(found):
    return {page.pk: page.status for page in found}


def test_of_initiatives_with_dates_of_their_own(programme, reader):
    today = timezone.localdate()
    pages = [
        VisionFactory(
            parent=programme,
            start_date=today_or(start),
            end_date=today_or(end),
            status_override=override,
            status_note="So.",
        )
        for start, end in product(DAYS, DAYS)
        for override in ("", "paused")
        if None in {start, end} or start <= end
    ]

    assert by_pk(initiatives(reader, today)) == {page.pk: page.status(today) for page in pages}


@pytest.mark.parametrize(
    "stages",
    [
        [],
        [(-1, -1)],
        [(-1, None)],
        [(1, 1)],
        [(-1, -1), (0, 0)],
        [(-1, -1), (1, None)],
        [(None, None)],
        [(None, -1), (-1, -1)],
    ],
    ids=str,
)
def test_of_initiatives_whose_stages_have_dates(programme, reader, stages):
    today = timezone.localdate()
    page = VisionFactory(parent=programme)
    for start, end in stages:
        stage = StageFactory(parent=page, end_date=today_or(end))
        stage.start_date = today_or(start)
        stage.save(clean=False)
    StageFactory(parent=page, start_date=today_or(-1), live=False)
    StageFactory(parent=VisionFactory(parent=programme, start_date="2020"), start_date="2021")

    assert by_pk(initiatives(reader, today))[page.pk] == page.status(today)


def test_of_stages(programme, reader):
    today = timezone.localdate()
    page = VisionFactory(parent=programme)
    stages = [
        StageFactory(
            parent=page,
            start_date=today_or(start),
            status_override=override,
            status_note="Darum.",
        )
        for start in (-1, 0, 1)
        for override in ("", "discontinued")
    ]

    [found] = stages_of(reader, [page], today).values()
    assert [stage.state for stage in found] == [stage.status(today) for stage in stages]
