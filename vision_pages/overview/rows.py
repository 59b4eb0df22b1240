"""The rows of the timeline: an initiative, with its stages one below the other."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vision_pages.overview.timeline import BAR, LANE, Bar, Scale, bar
from vision_pages.status import Status

# What stands beside a bar: a number of at most two digits.
LABEL = 20


@dataclass(frozen=True)
class Row:
    """An initiative on the scale: the line of its whole period, and the bars of its stages."""

    page: Any
    line: Bar | None
    bars: list[Bar]

    @property
    def height(self) -> int:
        return max((one.y for one in self.bars), default=0) + LANE

    @property
    def words(self) -> str:
        return f"{self.page.period or _('no date')}, {self.page.status_label}"


def timeline(pages: list[Any], today: date) -> tuple[Scale, list[Row]]:
    """Lay initiatives and their stages out on one scale."""
    scale = Scale.of([*pages, *(stage for page in pages for stage in page.stages)], today)
    return scale, [row(page, scale) for page in pages]


def row(page: Any, scale: Scale) -> Row:
    drawn = [
        bar(stage, stage.state, scale, number=number, words=words(stage))
        for number, stage in enumerate(page.stages, start=1)
    ]
    line = bar(page, page.status, scale)
    return Row(page, line, in_lanes([one for one in drawn if one]))


def words(stage: Any) -> str:
    return f"{stage.title}: {stage.period}, {stage.state_label}"


def in_lanes(bars: list[Bar]) -> list[Bar]:
    """Put each bar into the first lane, below the initiative's line, in which it has room."""
    taken: list[int] = []
    placed = []
    for one in bars:
        lane = next((at for at, end in enumerate(taken) if end <= one.x), len(taken))
        taken[lane : lane + 1] = [one.label_x + LABEL]
        placed.append(replace(one, y=LANE * (lane + 1) + (LANE - BAR) // 2))
    return placed


def legend() -> list[tuple[str, Any]]:
    """Name the patterns of the bars."""
    return [(status.value, status.label) for status in Status]
