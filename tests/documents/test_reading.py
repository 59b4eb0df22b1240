"""The status as SQL says it is the status as the pages say it, on every combination of dates."""

from datetime import UTC, date, datetime
from itertools import combinations_with_replacement, product
from uuid import uuid4

import pytest
from wagtail.models import Site

from graphql_api.documents import reading
from graphql_api.documents.models import Document
from graphql_api.documents.reading import Moment
from tests.factories import StageFactory, VisionFactory
from vision_pages.models import VisionPage
from vision_pages.status import StatusOverride, status

TODAY = date(2021, 4, 6)
DAYS = [None, date(2021, 4, 5), TODAY, date(2021, 4, 7)]
MOMENT = Moment(datetime(2021, 4, 6, 12, tzinfo=UTC), TODAY, "localhost")


def document(kind, **values):
    key = uuid4()
    return Document(kind=kind, key=key, locale="de", source=str(key), data={}, **values)


@pytest.fixture
def stored(db):
    """Store documents and give their statuses, by key, as they are read."""
    reading.connect()

    def stored(documents):
        Document.objects.bulk_create(documents)
        return {row.key: row.status for row in reading.readable("TRUE", {}, MOMENT)}

    return stored


@pytest.mark.parametrize("kind", ["Vision", "Project", "Stage"])
def test_the_status_of_own_dates_is_that_of_the_pages(stored, kind):
    cases = [
        document(kind, starts_on=starts_on, ends_on=ends_on, status_override=override)
        for starts_on, ends_on, override in product(DAYS, DAYS, ["", *StatusOverride.values])
    ]
    statuses = stored(cases)

    assert [statuses[str(case.key)] for case in cases] == [
        status(case.starts_on, case.ends_on, case.status_override, TODAY).value for case in cases
    ]


def test_nothing_else_has_a_status(stored):
    entry = document("LeitbildEntry", starts_on=TODAY)

    assert stored([entry])[str(entry.key)] is None


PERIODS = [(start, end) for start, end in product(DAYS, DAYS) if start]


def of_stages(periods, override):
    """Say the status of an initiative without dates that has stages in these periods."""
    starts = [start for start, _ in periods]
    ends = [end for _, end in periods]
    ends_on = max(ends) if ends and None not in ends else None
    return status(min(starts, default=None), ends_on, override, TODAY).value


@pytest.mark.parametrize("kind", ["Vision", "Project"])
def test_the_status_of_an_initiative_without_dates_is_that_of_its_stages(stored, kind):
    cases = [
        (document(kind, status_override=override), periods, override)
        for count in range(3)
        for periods in combinations_with_replacement(PERIODS, count)
        for override in ("", "paused")
    ]
    stages = [
        document("Stage", parent=parent.key, starts_on=start, ends_on=end)
        for parent, periods, _ in cases
        for start, end in periods
    ]
    statuses = stored([*(parent for parent, *_ in cases), *stages])

    assert [statuses[str(parent.key)] for parent, *_ in cases] == [
        of_stages(periods, override) for _, periods, override in cases
    ]


def test_an_initiative_with_a_date_of_its_own_asks_no_stage(stored):
    parent = document("Vision", ends_on=TODAY)
    statuses = stored([parent, document("Stage", parent=parent.key, starts_on=TODAY)])

    assert statuses[str(parent.key)] == "planned"


def test_an_expired_stage_counts_no_more(stored):
    parent = document("Vision")
    expired = document("Stage", parent=parent.key, starts_on=TODAY, expires_at=MOMENT.now)

    assert stored([parent, expired])[str(parent.key)] == "planned"


@pytest.mark.parametrize(
    ("own", "stages"),
    [
        ({}, []),
        ({}, [{"start_date": "2021-04-07"}]),
        ({}, [{"start_date": "2020", "end_date": "2020"}, {"start_date": "2022"}]),
        (
            {},
            [
                {"start_date": "2020", "end_date": "2020"},
                {"start_date": "2019", "end_date": "2019"},
            ],
        ),
        ({}, [{"start_date": "2020", "live": False}]),
        ({"start_date": "2020", "end_date": "2020"}, [{"start_date": "2021"}]),
        ({"end_date": "2020"}, [{"start_date": "2021"}]),
        ({"status_override": "paused", "status_note": "Pause."}, [{"start_date": "2021"}]),
    ],
)
def test_a_page_and_its_document_have_one_status(programme, own, stages):
    vision = VisionFactory(parent=programme, **own)
    for stage in stages:
        StageFactory(parent=vision, **stage)
    reading.connect()
    moment = Moment(MOMENT.now, TODAY, Site.objects.get().hostname)
    rows = reading.readable("d.kind = 'Vision'", {}, moment)

    assert [row.status for row in rows] == [VisionPage.objects.get().status(TODAY).value]
