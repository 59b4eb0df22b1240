"""What writing all documents anew costs: `python -m benchmarks.rebuilding --pages 5000`.

They are written as `manage.py documents rebuild` writes them, to the end, and verified if asked.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402

from benchmarks.costs import MB, Cost, cost  # noqa: E402
from benchmarks.costs import memory as resident  # noqa: E402
from benchmarks.report import progress  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.usage import memory  # noqa: E402
from graphql_api.documents.models import Document  # noqa: E402
from graphql_api.documents.refresh import LOCK, how_many, rebuilt  # noqa: E402
from graphql_api.documents.search.entries import forget_unused_words  # noqa: E402
from graphql_api.documents.verification import checked  # noqa: E402

PARTS = 10
# Without triggers: nothing is withdrawn, it is as if nothing had ever been said.
EMPTY = """TRUNCATE graphql_api_document, graphql_api_version, graphql_api_searchentry,
graphql_api_searchword"""


@dataclass
class Run:
    """All rows gone through once.

    memory: bytes that this process takes (PSS) after each tenth of them. held: seconds for which
    the lock was held, each time. differences: what verifying found.
    """

    rows: int
    memory: list[int] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    differences: int = 0
    locked_at: float = 0.0

    def follow(self, portions: Iterator[list[str]]) -> None:
        done = 0
        for portion in portions:
            if self.locked_at:
                self.held.append(perf_counter() - self.locked_at)
            done += len(portion)
            while len(self.memory) < done * PARTS // self.rows:
                self.memory.append(memory(os.getpid()))
                progress(f"{done} of {self.rows}, {self.memory[-1] / MB:.0f} MB")

    def execute(self, execute: Callable[..., Any], sql: Any, *args: Any) -> Any:
        """Run a statement, and note when one has got the lock; it is held until the commit."""
        found = execute(sql, *args)
        if sql == LOCK:
            self.locked_at = perf_counter()
        return found

    def rebuild(self) -> None:
        with connection.execute_wrapper(self.execute):
            self.follow(rebuilt())
        forget_unused_words()

    def verify(self) -> None:
        self.follow(self.batches())

    def batches(self) -> Iterator[list[str]]:
        for batch, differences in checked():
            self.differences += len(differences)
            yield batch


def report(name: str, run: Run, found: Cost) -> None:
    """Print what it took, in total and for each row, in Markdown."""
    tenths = ", ".join(f"{one / MB:.0f}" for one in run.memory)
    print(f"\n{name}: {run.rows} rows, {Document.objects.count()} documents\n")
    print(f"- {found.seconds:.0f} s, {run.rows / found.seconds:.0f} rows in a second")
    print(
        f"- CPU for each row: {1000 * (found.cpu + found.database) / run.rows:.1f} ms, of it the "
        f"database {1000 * found.database / run.rows:.1f} ms; "
        f"{found.statements / run.rows:.2f} statements"
    )
    print(
        f"- memory after each tenth (PSS): {tenths} MB; most (RSS): {resident('VmHWM') / MB:.0f} MB"
    )
    if run.held:
        print(
            f"- the lock was held {len(run.held)} times: {median(run.held):.2f} s at the median, "
            f"{max(run.held):.2f} s at most"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.rebuilding", description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="how large the city is")
    parser.add_argument("--from-nothing", action="store_true", help="forget all documents before")
    parser.add_argument("--verify", action="store_true", help="verify them behind it")
    given = parser.parse_args()
    use(given.pages)
    print(f"{given.pages} pages, {date.today()}")  # noqa: DTZ011
    if given.from_nothing:
        with connection.cursor() as cursor:
            cursor.execute(EMPTY)
    run = Run(how_many())
    report("Rebuilt", run, cost(run.rebuild))
    if given.verify:
        run = Run(how_many())
        report("Verified", run, cost(run.verify))
        print(f"- {run.differences} differences")


if __name__ == "__main__":
    main()
