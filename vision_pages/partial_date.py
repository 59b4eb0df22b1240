"""Dates known to a year, a month or a day: EDTF level 0."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import total_ordering

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

# ISO as it is stored, and the German way of writing it: 12/2003, 12.2003, 18.12.2003.
WRITTEN = (
    re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?"),
    re.compile(r"((?P<day>\d{1,2})\.\s?)?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4})"),
)


class Precision(Enum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


FORMATS = {
    Precision.YEAR: "Y",
    Precision.MONTH: "YEAR_MONTH_FORMAT",
    Precision.DAY: "DATE_FORMAT",
}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """`2009`, `2020-10` or `2003-12-18`; ordered by its first day."""

    iso: str

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read a date as an editor writes it; raise ValidationError where it is none."""
        for pattern in WRITTEN:
            if match := pattern.fullmatch(text.strip()):
                parts = [match["year"], match["month"], match["day"]]
                found = cls("-".join(f"{int(part):02}" for part in parts if part))
                if found.is_real():
                    return found
        raise ValidationError(
            _(
                "“%(text)s” is not a date. Write a year (2009), a month (2020-10) "
                "or a day (2003-12-18)."
            ),
            code="invalid",
            params={"text": text},
        )

    def is_real(self) -> bool:
        try:
            return self.earliest.year >= 1000
        except ValueError:
            return False

    @property
    def precision(self) -> Precision:
        return (Precision.YEAR, Precision.MONTH, Precision.DAY)[self.iso.count("-")]

    @property
    def earliest(self) -> date:
        year, month, day = ([int(part) for part in self.iso.split("-")] + [1, 1])[:3]
        return date(year, month, day)

    @property
    def latest(self) -> date:
        first = self.earliest
        if self.precision is Precision.YEAR:
            return date(first.year, 12, 31)
        if self.precision is Precision.MONTH:
            return first.replace(day=monthrange(first.year, first.month)[1])
        return first

    @property
    def label(self) -> str:
        """The date in words, in the active language."""
        return date_format(self.earliest, FORMATS[self.precision])

    def __str__(self) -> str:
        return self.iso

    def __len__(self) -> int:
        return len(self.iso)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)
