"""What a larger city costs: `python -m benchmarks.growth` asks the same of cities of two sizes.

The goals: a question takes at most 1.25 times as long in a city ten times as large, and a search
that finds a third of all pages takes less than 100 ms.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

import django

django.setup()

from django.db import connection  # noqa: E402

from benchmarks.answers import subjects  # noqa: E402
from benchmarks.contenders import OURS  # noqa: E402
from benchmarks.contenders.contender import once  # noqa: E402
from benchmarks.load import Begin, Load, load  # noqa: E402
from benchmarks.pages import LANGUAGES  # noqa: E402
from benchmarks.report import RESULTS, progress  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.serving import Server, serving  # noqa: E402
from benchmarks.wire import asked  # noqa: E402
from vision_pages.models import FieldOfAction  # noqa: E402

# Lexemes of the German entries that about so many of a sample have.
WORDS = """SELECT substr(word, 4) FROM ts_stat(
  'SELECT vector FROM graphql_api_searchentry WHERE locale = ''de'' ORDER BY document_id LIMIT %s')
WHERE starts_with(word, 'de:') AND length(word) > 8 ORDER BY abs(ndoc - %s), word LIMIT %s"""
SAMPLE = 2_000
CANDIDATES = 30
NARROW, SEVERAL = 20, 8  # hits, more than a page of them; words that have so few
HEAD = """\
| | {sizes} | ratio | CPU of the API and the database: ratio | found |
|---|---|---|---|---|---|"""


@dataclass
class City:
    """A city that is served, what is asked of it, how much is found, and how long that took."""

    size: int
    server: Server
    questions: dict[str, list[Begin]]
    hits: dict[str, int]
    loads: dict[str, Load] = field(default_factory=dict)

    def measure(self, question: str, seconds: float) -> None:
        done = load(self.server, self.questions[question], seconds, connections=1)
        self.loads[question] = self.loads.get(question, Load()) + done

    def milliseconds(self, question: str) -> float:
        return 1000 * median(self.loads[question].times)

    def cpu(self, question: str) -> float:
        done = self.loads[question]
        return done.each(done.cpu + done.database)


def served(size: int, stack: ExitStack) -> City:
    """Serve a city, and choose what is searched for in it."""
    use(size)
    server = stack.enter_context(serving(OURS))
    operations = OURS.operations("growth")
    about = subjects()
    found: dict[str, list[Begin]] = {
        name: [partial(ask, subject) for subject in about] for name, ask in OURS.questions().items()
    }
    codes = FieldOfAction.objects.values_list("code", flat=True)
    found["filtered list"] = [
        partial(once, operations["FilteredList"], field=code) for code in codes
    ]
    found["list with its count"] = [partial(once, operations["CountedList"])]
    asks = [partial(once, operations["Search"], text=word) for word in candidates(size)]
    totals = {ask: total(server, ask) for ask in asks}
    narrow = sorted(asks, key=lambda ask: abs(totals[ask] - NARROW))[:SEVERAL]
    broad = min(asks, key=lambda ask: abs(totals[ask] - size // 3))
    found |= {"narrow search": narrow, "broad search": [broad]}
    hits = {"narrow search": totals[narrow[0]], "broad search": totals[broad]}
    return City(size, server, found, hits)


def candidates(size: int) -> list[str]:
    """Give words that a few documents have, and words that a third of all have."""
    share = SAMPLE / (size / len(LANGUAGES))
    return [*words(NARROW * share, CANDIDATES), *words(size / 3 * share, SEVERAL)]


def words(entries: float, count: int) -> list[str]:
    """Give words that about so many of the sampled entries have."""
    with connection.cursor() as cursor:
        cursor.execute(WORDS, [SAMPLE, entries, count])
        return [word for (word,) in cursor.fetchall()]


def total(server: Server, ask: Begin) -> int:
    [response] = asked(server.connect(), ask())
    return int(json.loads(response.content)["data"]["search"]["totalCount"])


def table(small: City, large: City) -> Iterator[str]:
    yield HEAD.format(sizes=" | ".join(f"{one.size:,} pages, ms" for one in (small, large)))
    for question in small.questions:
        before, after = small.milliseconds(question), large.milliseconds(question)
        ratio = large.cpu(question) / small.cpu(question)
        found = " / ".join(str(one.hits.get(question, "")) for one in (small, large)).strip(" /")
        yield (
            f"| {question} | {before:.1f} | {after:.1f} | {after / before:.2f} "
            f"| {ratio:.2f} | {found} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", nargs=2, type=int, default=[5_000, 50_000], help="of the cities")
    parser.add_argument("--rounds", type=int, default=4, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=2, help="how long, each time")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the table")
    options = parser.parse_args()
    with ExitStack() as stack:
        cities = [served(size, stack) for size in options.sizes]
        for number in range(options.rounds):
            for question in cities[0].questions:
                progress(f"round {number + 1} of {options.rounds}: {question}")
                for city in cities:
                    city.measure(question, options.seconds)
    progress("")
    text = "\n".join([*table(*cities), ""])
    print(text)
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / "growth.md").write_text(text)


if __name__ == "__main__":
    main()
