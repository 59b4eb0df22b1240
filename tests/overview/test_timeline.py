"""What is known of a date in part is drawn in part, and what is open stays open."""

from datetime import date
from types import SimpleNamespace

import pytest

from vision_pages.overview.rows import in_lanes
from vision_pages.overview.timeline import Bar, Scale, bar
from vision_pages.partial_date import PartialDate

TODAY = date(2021, 7, 1)


@pytest.fixture
def scale():
    """A scale on which each day of four years is half a unit wide."""
    return Scale(date(2020, 1, 1), date(2023, 9, 30), TODAY)


def period(start=None, end=None):
    return SimpleNamespace(
        start_date=start and PartialDate(start), end_date=end and PartialDate(end)
    )


def drawn(found):
    return (found.x, found.right, found.sure_x, found.sure_x + found.sure_width)


def days(scale, *ends):
    """Say where the first and third of these days begin, and where the others end."""
    moments = [date.fromisoformat(end) for end in ends]
    return tuple(scale.x(day, evening=bool(number % 2)) for number, day in enumerate(moments))


@pytest.mark.parametrize(
    ("start", "end", "status", "ends"),
    [
        # Days are sure from one end to the other.
        ("2021-01-01", "2021-03-31", "completed", ["2021-01-01", "2021-03-31"] * 2),
        # In a month it may begin or end on any day.
        (
            "2021-01",
            "2021-03",
            "completed",
            ["2021-01-01", "2021-03-31", "2021-01-31", "2021-03-01"],
        ),
        # Of one year alone, nothing is sure.
        ("2021", "2021", "running", ["2021-01-01", "2021-12-31", "2021-12-31", "2021-12-30"]),
        # Without an end it goes on, to where the drawing ends.
        ("2021-01-01", None, "running", ["2021-01-01", "2023-09-30"] * 2),
        # What is over without an end has ended on some day until today.
        ("2021-01", None, "completed", ["2021-01-01", "2021-07-01", "2021-01-31", "2021-01-30"]),
        (None, "2021-03-31", "planned", ["2020-01-01", "2021-03-31"] * 2),
    ],
)
def test_a_bar_is_as_sure_as_its_dates(scale, start, end, status, ends):
    assert drawn(bar(period(start, end), status, scale)) == days(scale, *ends)


def test_a_single_day_can_be_seen(scale):
    found = bar(period("2021-05-01", "2021-05-01"), "completed", scale)

    assert (found.width, found.sure_width) == (5, 5)


def test_only_what_is_not_over_is_open(scale):
    def is_open(start, end, status):
        found = bar(period(start, end), status, scale)
        return (found.open_start, found.open_end)

    assert is_open("2021", None, "running") == (False, True)
    assert is_open("2021", None, "paused") == (False, True)
    assert is_open("2021", None, "discontinued") == (False, False)
    assert is_open(None, "2021", "planned") == (True, False)
    assert is_open("2021", "2022", "running") == (False, False)


def test_without_dates_there_is_nothing_to_draw(scale):
    assert bar(period(), "planned", scale) is None


def test_a_scale_has_room_for_all_and_for_today():
    assert Scale.of([], TODAY) == Scale(date(2021, 5, 2), date(2021, 8, 30), TODAY)

    wide = Scale.of([period("2009"), period("2020", "2024-02")], TODAY)
    assert (wide.first, wide.last) == (date(2008, 11, 2), date(2024, 4, 29))
    assert [mark.label for mark in wide.marks] == [str(year) for year in range(2010, 2025, 2)]

    widest = Scale.of([period("1000"), period("9999")], TODAY)
    assert [mark.label for mark in widest.marks][:2] == ["1000", "2000"]


def test_months_are_marked_where_there_are_few_years():
    marks = Scale.of([period("2021-01", "2021-06")], TODAY).marks

    assert [mark.label for mark in marks] == [
        *("Dez 2020", "Jan 2021", "Feb 2021", "Mär 2021", "Apr 2021"),
        *("Mai 2021", "Jun 2021", "Jul 2021", "Aug 2021"),
    ]


def test_bars_that_would_touch_stand_one_below_the_other():
    def placed(*ends):
        bars = [Bar(1, "", "running", x, right - x, x, 0, False, False) for x, right in ends]
        return [one.y for one in in_lanes(bars)]

    assert placed((0, 100), (130, 200)) == [27, 27]
    assert placed((0, 100), (90, 200), (130, 200)) == [27, 49, 27]
