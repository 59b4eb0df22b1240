"""A plot of rates as SVG: a panel for each question, a dot for each contender, a log scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDTH, LABELS, RIGHT = 760, 130, 90
ROW, HEADING, AXIS = 24, 34, 30
STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #222 }
.heading { font-weight: 600 } .tick { font-size: 11px; fill: #555; text-anchor: middle }
.label { text-anchor: end } line { stroke: #ddd } circle { fill: #1f5f8b }"""


@dataclass(frozen=True, slots=True)
class Point:
    """How many requests in a second a contender answers."""

    question: str
    contender: str
    rate: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a rate lies between two powers of ten."""

    first: int
    last: int

    def x(self, rate: float) -> float:
        share = (log10(rate) - self.first) / (self.last - self.first)
        return LABELS + share * (WIDTH - LABELS - RIGHT)

    @property
    def ticks(self) -> list[int]:
        return [10**power for power in range(self.first, self.last + 1)]


def plot(points: list[Point], title: str) -> str:
    """Draw the points; the description says them in words, for those who do not see the plot."""
    rates = [point.rate for point in points]
    scale = Scale(floor(log10(min(rates))), ceil(log10(max(rates))))
    ordered = sorted(points, key=lambda point: (point.question, -point.rate))
    drawn, top = [], 0.0
    for question, found in groupby(ordered, key=lambda point: point.question):
        group = list(found)
        drawn += panel(question, group, scale, top)
        top += HEADING + ROW * len(group) + AXIS
    return "\n".join([*head(ordered, title, top), *drawn, "</svg>", ""])


def head(points: list[Point], title: str, height: float) -> Iterator[str]:
    said = "; ".join(f"{one.question} {one.contender} {shown(one.rate)}" for one in points)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
        'role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="desc">On a logarithmic scale. {escape(said)}.</desc>'
    yield f"<style>{STYLE}</style>"
    yield '<rect width="100%" height="100%" fill="#fff"/>'


def panel(question: str, points: list[Point], scale: Scale, top: float) -> Iterator[str]:
    """Draw the contenders' answers to one question, the fastest first."""
    bottom = top + HEADING + ROW * len(points)
    yield f'<text class="heading" x="8" y="{top + 22:.0f}">{escape(question)}</text>'
    for tick in scale.ticks:
        x = f"{scale.x(tick):.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="{top + HEADING:.0f}" y2="{bottom:.0f}"/>'
        yield f'<text class="tick" x="{x}" y="{bottom + 14:.0f}">{tick:,}</text>'
    for number, point in enumerate(points):
        x, y = scale.x(point.rate), top + HEADING + ROW * (number + 0.5)
        name = escape(point.contender)
        yield f'<text class="label" x="{LABELS - 10}" y="{y + 4:.0f}">{name}</text>'
        yield f'<circle cx="{x:.1f}" cy="{y:.0f}" r="5"/>'
        yield f'<text x="{x + 10:.1f}" y="{y + 4:.0f}">{shown(point.rate)}</text>'


def shown(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}"
