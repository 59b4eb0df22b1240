"""A flood of questions while an editor publishes every second: what was old, and for how long."""

import argparse
from collections.abc import Sequence
from statistics import median, quantiles

import django

django.setup()

from benchmarks.flooding import Flood, flood  # noqa: E402
from benchmarks.processes import granian, processes  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from vision_pages.models import VisionPage  # noqa: E402

MB = 1_000_000


def report(found: Flood, seconds: float) -> None:
    """Print what was measured as a table in Markdown."""
    percent = quantiles(found.times, n=100)
    rows = {
        "answers": f"{len(found.times):,}",
        "answers in a second": f"{len(found.times) / seconds:,.0f}",
        "errors": f"{sum(found.errors.values())}",
        "publishes": f"{len(found.commits)}",
        "processes": f"{len(found.seen)}",
        "an older answer was last asked for after": after(found.stale()),
        "the first answer that tells of it was there after": after(found.visible()),
        "an answer takes": f"{milli(percent[49])}, 99 %: {milli(percent[98])}",
        "memory of a process": f"{max(found.memory[-1].values()) / MB:.0f} MB",
        "by which it has grown": f"{found.grown() / MB:.1f} MB",
    }
    print("| | |\n|---|---|")
    for name, value in rows.items():
        print(f"| {name} | {value} |")
    for error, count in found.errors.items():
        print(f"{count} × {error}")


def after(seconds: Sequence[float]) -> str:
    """Say how long after a commit something was, for each commit and process."""
    return f"median {milli(median(seconds))}, at most {milli(max(seconds))}"


def milli(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flood", description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="how large the city is")
    parser.add_argument("--seconds", type=int, default=30, help="how long")
    parser.add_argument("--connections", type=int, default=64, help="over how many connections")
    parser.add_argument("--workers", type=int, default=2, help="of how many processes")
    parser.add_argument("--threads", type=int, default=2, help="and threads in each")
    options = parser.parse_args()
    use(options.pages)
    page = VisionPage.objects.earliest("pk")
    with processes(options.workers, granian(options.workers, options.threads)) as site:
        report(flood(site, page, options.seconds, options.connections), options.seconds)


if __name__ == "__main__":
    main()
