"""How fast operations are answered, against other APIs of the same pages: `make bench`."""

import argparse
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from statistics import quantiles
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.contenders import CONTENDERS  # noqa: E402
from benchmarks.load import Load, load  # noqa: E402
from benchmarks.pages import build  # noqa: E402
from benchmarks.serving import MEDIA, STATEMENTS_HEADER, Server, answer, serving  # noqa: E402
from graphql_api.models import Document  # noqa: E402
from vision_pages.models import ProjectIndexPage  # noqa: E402

# What each API says in its own way: names of types, addresses of files, sizes of images.
UNLIKE = {"__typename", "id", "src", "url", "width", "height", "canonicalUrl"}
# Some list Wagtail's root, which has no address, among the pages above a page; some say nothing.
NEEDLESS = {"root", ""}
LEAST = 10  # facts, else nothing was compared
TAG = re.compile("<[^>]*>")


def database(pages: int) -> None:
    """Use a database with so many pages, made once."""
    name = f"benchmark_pages_{pages}"
    connection.close()
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=True)
    settings.MEDIA_ROOT = str(MEDIA)
    if not ProjectIndexPage.objects.exists():
        build(pages, lambda done: print(f"\r{done:40}", end="", flush=True))


def bodies(server: Server) -> dict[str, list[bytes]]:
    """Give the requests for each question, about every vision in both languages."""
    visions = Document.objects.filter(kind="Vision").order_by("position")
    index = ProjectIndexPage.objects.earliest("pk").pk
    variables = [{"path": path, "index": index} for path in visions.values_list("path", flat=True)]
    return {
        name: [json.dumps({"query": query, "variables": each}).encode() for each in variables]
        for name, query in server.contender.questions().items()
    }


def said(value: Any) -> Iterator[str]:
    """Yield what an answer says, without marks and without how it is put together."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNLIKE:
                yield from said(part)
    elif isinstance(value, list):
        for part in value:
            yield from said(part)
    elif isinstance(value, str):
        yield " ".join(TAG.sub(" ", value).split()).lower()


def verify(servers: list[Server]) -> dict[tuple[str, str], int]:
    """Have everything asked once, and compare what is said; give the statements it took."""
    statements: dict[tuple[str, str], int] = {}
    facts: dict[tuple[str, int], set[str]] = {}
    for server in servers:
        for question, asked in bodies(server).items():
            for number, body in enumerate(asked):
                response, data = answer(server, body)
                found = {*said(data)} - NEEDLESS
                expected = facts.setdefault((question, number), found)
                if found != expected:
                    raise SystemExit(f"{question} differs: {found ^ expected}")
                if len(found) < LEAST:
                    raise SystemExit(f"{question} says too little: take more --pages.")
                key = server.contender.name, question
                statements[key] = int(response.headers[STATEMENTS_HEADER])
    return statements


def measure(servers: list[Server], rounds: int, seconds: float) -> dict[tuple[str, str], Load]:
    """Load one server after the other, question by question, in so many rounds."""
    measured: dict[tuple[str, str], Load] = {}
    asked = {server.contender.name: bodies(server) for server in servers}
    for number in range(rounds):
        for question in asked[servers[0].contender.name]:
            for server in servers:
                key = server.contender.name, question
                print(
                    f"\rround {number + 1} of {rounds}: {question} of {key[0]:20}",
                    end="",
                    flush=True,
                )
                found = load(server, asked[key[0]][question], seconds)
                measured[key] = measured.get(key, Load()) + found
    print(f"\r{'':60}\r", end="")
    return measured


def report(
    servers: list[Server],
    measured: dict[tuple[str, str], Load],
    statements: dict[tuple[str, str], int],
) -> None:
    """Print a table in Markdown; ratios are to the first contender."""
    print(
        "| | API | requests/s | ratio | SQL | CPU of the API, ms | of the database, ms "
        "| median, ms | 99 %, ms |\n|---|---|---|---|---|---|---|---|---|"
    )
    base = servers[0].contender.name
    for (name, question), done in sorted(
        measured.items(), key=lambda item: (item[0][1], item[0][0])
    ):
        percent = quantiles(done.times, n=100)
        cells = [
            question,
            name,
            f"{done.rate:.1f}",
            f"{done.rate / measured[base, question].rate:.1f}",
            str(statements[name, question]),
            f"{done.each(done.cpu):.2f}",
            f"{done.each(done.database):.2f}",
            f"{1000 * percent[49]:.1f}",
            f"{1000 * percent[98]:.1f}",
        ]
        print(f"| {' | '.join(cells)} |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=5_000, help="how large the city is")
    parser.add_argument("--rounds", type=int, default=4, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=4, help="how long, each time")
    options = parser.parse_args()
    database(options.pages)
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(one)) for one in CONTENDERS]
        statements = verify(servers)
        for one in CONTENDERS:
            print(f"{one.name}: {', '.join(' '.join(pair) for pair in one.versions().items())}")
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            print(f"PostgreSQL {cursor.fetchone()[0]}, {options.pages} pages, {date.today()}\n")  # noqa: DTZ011
        report(servers, measure(servers, options.rounds, options.seconds), statements)


if __name__ == "__main__":
    main()
