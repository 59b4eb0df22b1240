"""What was measured, as a table in Markdown and as a plot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from django.db import connection

from benchmarks.answers import Cost
from benchmarks.contenders import OURS, ROOT, Contender
from benchmarks.load import CONNECTIONS, Load
from benchmarks.plot import Point, plot

MB = 1_000_000
RESULTS = ROOT / "benchmarks/.results"
HEAD = """\
| | API | requests/s | ours is … times as fast | calls | SQL | CPU of the API, ms \
| of the database, ms | median, ms | 99 %, ms | memory, MB |
|---|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Line:
    """One contender's answers to one question. memory: bytes of the process that answers."""

    question: str
    contender: str
    load: Load
    cost: Cost
    memory: int


def progress(text: str) -> None:
    """Say in one line what is being done; with nothing, that all is done."""
    print(f"\r{text:60}", end="" if text else "\r", flush=True)


def table(lines: list[Line]) -> str:
    """Write a line for each question and contender, the fastest first."""
    ours = {line.question: line.load.rate for line in lines if line.contender == OURS.name}
    return "\n".join([HEAD, *(row(line, ours[line.question]) for line in ranked(lines))])


def ranked(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.question, -line.load.rate))


def row(line: Line, ours: float) -> str:
    load, percent = line.load, quantiles(line.load.times, n=100)
    cells = [
        line.question,
        line.contender,
        f"{load.rate:.1f}",
        f"{ours / load.rate:.2g}",
        str(line.cost.calls),
        str(line.cost.statements),
        f"{load.each(load.cpu):.2f}",
        f"{load.each(load.database):.2f}",
        f"{1000 * percent[49]:.1f}",
        f"{1000 * percent[98]:.1f}",
        f"{line.memory / MB:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def drawn(lines: list[Line], pages: int) -> str:
    """Draw how many requests in a second each contender answers, as SVG."""
    points = [Point(line.question, line.contender, line.load.rate) for line in lines]
    return plot(points, f"Requests answered in a second, of {pages:,} pages")


def circumstances(
    taking_part: list[Contender], missing: dict[str, str], pages: int, rounds: int, seconds: float
) -> Iterator[str]:
    """Say what was compared, on what, and what was left out."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0]
    yield (
        f"On {date.today()}: {pages:,} pages in two languages, PostgreSQL {server}, "  # noqa: DTZ011
        f"{CONNECTIONS} connections, {rounds} rounds of {seconds:g} seconds for each line."
    )
    yield ""
    for one in taking_part:
        named = ", ".join(" ".join(pair) for pair in one.versions().items())
        yield f"- {one.name}: {named}"
    for name, reason in missing.items():
        yield f"- left out: {name}; {reason}"
