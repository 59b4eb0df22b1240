"""Where things lie in time: a scale, and the bars of an initiative's stages on it.

All measures are whole units of the drawings, which are `WIDTH` wide.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format

from vision_pages.status import Status

WIDTH = 720
# The rest is for the arrow and the number beside a bar that reaches the end.
SPAN = 684
BAR = 12
THINNEST = 5
LANE = 22
MARGIN = timedelta(days=60)
# How many marks a scale has at most, and how far apart they may be.
MARKS = 12
MONTHS_APART = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)


@dataclass(frozen=True)
class Mark:
    """A vertical line of the scale, with what it says."""

    x: int
    label: str


@dataclass(frozen=True)
class Bar:
    """A stage: from `x` it may run, from `sure_x` it does.

    The parts at the ends in which it only may are drawn thin; an end that is open has an arrow.
    """

    number: int
    words: str
    status: str
    x: int
    width: int
    sure_x: int
    sure_width: int
    open_start: bool
    open_end: bool
    y: int = 0

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def label_x(self) -> int:
        edge = max(self.right, self.sure_x + self.sure_width)
        return edge + (12 if self.open_end else 4)

    @property
    def thin_y(self) -> int:
        return self.y + BAR // 3

    @property
    def text_y(self) -> int:
        return self.y + BAR - 1


@dataclass(frozen=True)
class Scale:
    """The days that a drawing shows, from the first to the last."""

    first: date
    last: date
    today: date

    @classmethod
    def of(cls, periods: Iterable[Any], today: date) -> "Scale":
        """Make room for all periods, for today, and for arrows beyond both."""
        days = [today]
        for period in periods:
            days += [edge for bound in bounds(period) for edge in bound or ()]
        return cls(back(min(days), MARGIN), ahead(max(days), MARGIN), today)

    def x(self, day: date, *, evening: bool = False) -> int:
        """Say where a day begins, or where it ends."""
        days = (day - self.first).days + evening
        return min(round(SPAN * days / max((self.last - self.first).days, 1)), SPAN)

    @property
    def today_x(self) -> int:
        return self.x(self.today)

    @property
    def marks(self) -> list[Mark]:
        """Give the lines: years, or months where there are few years."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((apart for apart in MONTHS_APART if months / apart <= MARKS), 12000)
        wording = "Y" if step >= 12 else "M Y"
        return [Mark(self.x(day), date_format(day, wording)) for day in self.steps(step)]

    def steps(self, months: int) -> Iterator[date]:
        number = self.first.year * 12
        while (year := number // 12) <= self.last.year:
            day = date(year, number % 12 + 1, 1)
            if self.first < day <= self.last:
                yield day
            number += months - number % months


def bounds(period: Any) -> list[tuple[date, date] | None]:
    """Give the first and the last day on which a period may begin, and may end."""
    return [
        (day.earliest, day.latest) if day else None for day in (period.start_date, period.end_date)
    ]


def back(day: date, delta: timedelta) -> date:
    return day - delta if day - date.min > delta else date.min


def ahead(day: date, delta: timedelta) -> date:
    return day + delta if date.max - day > delta else date.max


def bar(period: Any, status: str, scale: Scale, *, number: int = 0, words: str = "") -> Bar | None:
    """Draw a period; nothing where it has no date."""
    start, end = bounds(period)
    if start is None and end is None:
        return None
    is_over = status in {Status.COMPLETED, Status.DISCONTINUED}
    begins = start or (scale.first, scale.first)
    # What is over without an end has ended on some day until today.
    known = max(begins[1], scale.today)
    ends = end or ((begins[0], known) if is_over else (scale.last, scale.last))
    x, right = scale.x(begins[0]), scale.x(ends[1], evening=True)
    sure_x, sure_right = scale.x(begins[1]), scale.x(ends[0], evening=True)
    return Bar(
        number=number,
        words=words,
        status=status,
        x=x,
        width=max(right - x, THINNEST),
        sure_x=sure_x,
        sure_width=max(sure_right - sure_x, THINNEST) if begins[1] <= ends[0] else 0,
        open_start=start is None,
        open_end=end is None and not is_over,
    )
