"""How long searches take in a small city and in a large one: `python -m benchmarks.search`.

Broad queries are in it on purpose: `stadt` is in nearly all German documents. What counts are the
ratios; times differ from machine to machine.
"""

import argparse
from datetime import date
from statistics import median
from time import perf_counter

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.city import load  # noqa: E402
from graphql_api.documents.listing import Window  # noqa: E402
from graphql_api.documents.reading import Moment, connect  # noqa: E402
from graphql_api.documents.search.hits import Search  # noqa: E402
from graphql_api.documents.search.models import SearchEntry  # noqa: E402
from graphql_api.documents.search.queries import parsed  # noqa: E402
from graphql_api.documents.search.words import widened  # noqa: E402

QUERIES = [
    ("de", "Wasserschule"),
    ("de", "Rheinabfurh"),
    ("de", "müll"),
    ("de", "abfuhr"),
    ("de", "haus park"),
    ("de", "ver"),
    ("de", "stadt"),
    ("de", '"Stadt für"'),
    ("en", "strategy"),
    ("tr", "şehir"),
    ("uk", "місто"),
    ("ar", "مدينة"),
    ("en de", "Wasserschule"),  # with fallback
    ("en de", "park"),
]
ROUNDS = 9


def database(size: int) -> None:
    """Use a database of this size, made once."""
    name = f"benchmark_search_{size}"
    connection.close()
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=True)
    if SearchEntry.objects.count() < size:
        start = perf_counter()
        load(size)
        print(f"{size} documents made in {perf_counter() - start:.0f} s")


def measured(chain: str, text: str) -> tuple[int, float, float]:
    """Give the hits, and the milliseconds that widening and finding take, warm."""
    moment = Moment(timezone.now(), date.today(), "localhost")  # noqa: DTZ011
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS + 2):
        start = perf_counter()
        queries = widened([parsed(text, locale) for locale in chain.split()])
        middle = perf_counter()
        hits = Search(queries, conditions=["NOT d.is_archived"]).page(Window(), moment)
        times.append((middle - start, perf_counter() - middle))
    widen, find = (1000 * median(column) for column in zip(*times[2:], strict=True))
    return hits.total, widen, find


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[5_000, 50_000])
    for size in parser.parse_args().sizes:
        database(size)
        connect()
        print(f"\n{size} documents{'':>12}hits  widen ms  find ms")
        for chain, text in QUERIES:
            total, widen, find = measured(chain, text)
            print(f"{chain:6}{text:18} {total:7} {widen:9.1f} {find:8.1f}")


if __name__ == "__main__":
    main()
