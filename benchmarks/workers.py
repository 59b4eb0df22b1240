"""How many processes and threads to serve the site with: hits, misses, memory and connections.

Needs wrk. What is compared runs side by side, and is asked in turn.
"""

import argparse
import re
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from subprocess import run
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import django

django.setup()

from django.db import connection  # noqa: E402
from psycopg.conninfo import make_conninfo  # noqa: E402

from benchmarks.addresses import CONSTANT  # noqa: E402
from benchmarks.contenders import ROOT  # noqa: E402
from benchmarks.processes import Processes, granian, processes  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.serving import environment  # noqa: E402
from benchmarks.usage import memory  # noqa: E402
from benchmarks.wire import HEADERS  # noqa: E402

CONNECTIONS = 16
LIST = "{ visions(first: 100) { nodes { title path status summary } } }"
# Each request has another address, so that no answer is at hand.
SCRIPT = """
local number, headers = {begin}, {headers}
request = function()
  number = number + 1
  return wrk.format("GET", "{path}" .. ({is_new} and number or ""), headers)
end
"""
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
SLOWEST = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
FAILED = re.compile(r"Non-2xx|Socket errors")
CONNECTED = "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s"


@dataclass
class Arrangement:
    """So many processes and threads, by which command. rates: requests in a second, by question."""

    name: str
    workers: int
    command: list[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    rates: dict[str, list[float]] = field(default_factory=dict)
    slowest: dict[str, list[float]] = field(default_factory=dict)


def arrangements(gunicorn: str | None) -> list[Arrangement]:
    shapes = [(2, 2), (1, 1), (1, 2), (2, 1), (2, 4), (3, 1)]
    found = [
        Arrangement(f"granian {workers}x{threads}", workers, granian(workers, threads))
        for workers, threads in shapes
    ]
    for mode in ("st", "mt"):
        command = granian(2, 2, "--runtime-mode", mode)
        found.append(Arrangement(f"granian 2x2, {mode}", 2, command))
    if gunicorn:
        command = [
            sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--workers", "2",
            "--threads", "2", "--keep-alive", "60", "--log-level", "warning",
            "--bind", "127.0.0.1:{port}",
        ]  # fmt: skip
        found.append(Arrangement("gunicorn 2x2", 2, command, {"PYTHONPATH": f"{ROOT}:{gunicorn}"}))
    return found


def wrk(site: Processes, path: str, seconds: int, begin: int | None, folder: Path) -> str:
    """Ask as fast as one thread can; from a number on each request has an address of its own."""
    headers = "".join(f'["{name}"]="{text}",' for name, text in HEADERS.items())
    script = folder / "script.lua"
    script.write_text(
        SCRIPT.format(
            begin=begin or 0,
            headers=f"{{{headers}}}",
            path=path,
            is_new=str(begin is not None).lower(),
        )
    )
    address = f"http://127.0.0.1:{site.port}"
    command = [
        "wrk",
        "--latency",
        "--timeout",
        "30",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "-s",
        str(script),
    ]
    done = run([*command, address], check=True, capture_output=True, text=True).stdout
    if FAILED.search(done):
        raise SystemExit(done)
    return done


def questions() -> dict[str, tuple[str, bool]]:
    """Give the path of each question, and whether each request gets a number of its own."""
    asked = f"/graphql/?{urlencode({'query': LIST})}"
    return {
        "constant": (f"{CONSTANT}6000", False),
        "hit": (asked, False),
        "miss": (f"{asked}&n=", True),
    }


def measure(
    sites: list[tuple[Arrangement, Processes]], rounds: int, seconds: int, folder: Path
) -> None:
    begin = 0
    for number in range(rounds):
        for question, (path, is_new) in questions().items():
            for arrangement, site in sites:
                print(f"\rround {number + 1}: {question} of {arrangement.name:24}", end="")
                begin += 1_000_000
                said = wrk(site, path, seconds, begin if is_new else None, folder)
                rate, (slowest, unit) = RATE.search(said), SLOWEST.search(said).groups()  # type: ignore[union-attr]
                arrangement.rates.setdefault(question, []).append(float(rate[1]))  # type: ignore[index]
                arrangement.slowest.setdefault(question, []).append(
                    float(slowest) * MILLISECONDS[unit]
                )
    print(f"\r{'':60}\r", end="")


def connections(arrangement: Arrangement) -> int:
    """Give how many connections its processes hold, the listeners among them."""
    with connection.cursor() as cursor:
        cursor.execute(CONNECTED, [arrangement.name])
        # The listeners have a name of their own.
        return int(cursor.fetchone()[0]) + arrangement.workers


def ratio(rates: list[float], others: list[float]) -> float:
    """Compare what was measured in the same rounds."""
    return median(mine / other for mine, other in zip(rates, others, strict=True))


def report(sites: list[tuple[Arrangement, Processes]]) -> None:
    """Print a table in Markdown: ratios to the first one, in the same round."""
    first = sites[0][0]
    print(
        "| | constant bytes | hits | misses | 99 % of hits, ms | of misses, ms "
        "| memory of a worker, MB | connections |\n|---|---|---|---|---|---|---|---|"
    )
    for arrangement, site in sites:
        ratios = [
            f"{ratio(arrangement.rates[question], first.rates[question]):.2f}"
            for question in questions()
        ]
        slowest = [f"{median(arrangement.slowest[question]):.0f}" for question in ("hit", "miss")]
        largest = max(map(memory, site.workers())) / 1_000_000
        cells = [
            arrangement.name,
            *ratios,
            *slowest,
            f"{largest:.0f}",
            str(connections(arrangement)),
        ]
        print(f"| {' | '.join(cells)} |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="how large the city is")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    parser.add_argument("--seconds", type=int, default=3, help="how long, each time")
    parser.add_argument("--gunicorn", help="the folder of `pip install --target FOLDER gunicorn`")
    options = parser.parse_args()
    use(options.pages)
    with ExitStack() as stack, TemporaryDirectory() as folder:
        sites = []
        for one in arrangements(options.gunicorn):
            address = make_conninfo(environment()["DATABASE_URL"], application_name=one.name)
            given = {**one.environment, "DATABASE_URL": address}
            site = stack.enter_context(processes(one.workers, one.command, **given))
            sites.append((one, site))
        # Whoever was never asked opens its connections first.
        for _one, site in sites:
            wrk(site, questions()["miss"][0], 1, 0, Path(folder))
        measure(sites, options.rounds, options.seconds, Path(folder))
        report(sites)


if __name__ == "__main__":
    main()
