"""What publishing costs beside plain Wagtail: `python -m benchmarks.publishing`.

The same pages are published by Wagtail alone, with what our page types do beside, and with their
documents, one after the other in every round.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from itertools import count
from typing import Any

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.costs import MB, Cost, Waiting, cost  # noqa: E402
from benchmarks.forms import form  # noqa: E402
from benchmarks.plain import plain, without_documents  # noqa: E402
from benchmarks.report import progress  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.subtrees import subtrees  # noqa: E402
from cms import background  # noqa: E402
from vision_pages.models import ProjectPage  # noqa: E402

CONTENDERS: dict[str, Callable[[], Any]] = {
    "plain Wagtail": plain,
    "with what pages do beside": without_documents,
    "with documents": nullcontext,
}
PAGES = 6
TASKS = {"default": {"BACKEND": "cms.background.BackgroundBackend"}}

Costs = dict[tuple[str, str], Cost]
Work = Callable[[], Any]


class Publisher:
    """Publishes pages with a new title each time: by a revision, or by the admin's form."""

    def __init__(self) -> None:
        self.numbers = count()
        user = User.objects.get_or_create(username="publisher", is_superuser=True)[0]
        self.client = Client()
        self.client.force_login(user)

    def revised(self, pk: int) -> Work:
        page = ProjectPage.objects.get(pk=pk)
        page.title = f"Titel {next(self.numbers)}"
        revision = page.save_revision()
        return revision.publish

    def posted(self, pk: int) -> Work:
        """Do as an editor who opens a page, writes a title and presses “Publish”."""
        address = reverse("wagtailadmin_pages:edit", args=[pk])
        html = self.client.get(address).content.decode()
        given = form(html, ProjectPage.objects.get(pk=pk))
        given["title"] = f"Titel {next(self.numbers)}"
        given["action-publish"] = "1"

        def post() -> None:
            response = self.client.post(
                address, given.urlencode(), content_type="application/x-www-form-urlencoded"
            )
            if response.status_code != 302:
                raise RuntimeError(f"{response.status_code}: the page was not published.")

        return post


def publications(waiting: Waiting, rounds: int) -> Iterator[Costs]:
    """Publish some pages in both ways; what comes first after a change is not counted."""
    publisher = Publisher()
    projects = ProjectPage.objects.filter(locale__language_code="de").order_by("pk")
    pks = [*projects.values_list("pk", flat=True)[:PAGES]]
    ways = {"revision.publish()": publisher.revised, "the admin's form": publisher.posted}
    for _ in range(rounds):
        for name, contender in CONTENDERS.items():
            with contender():
                for way, prepare in ways.items():
                    found, beside = Cost(), Cost()
                    for number, pk in enumerate([pks[0], *pks]):
                        work = prepare(pk)
                        waiting.finish()
                        done, then = cost(work), cost(waiting.finish)
                        if number:
                            found, beside = found + done, beside + then
                    yield {(way, name): found, (f"{way}, tasks", name): beside}


def summed(rounds: Iterator[Costs]) -> Costs:
    found: Costs = {}
    for costs in rounds:
        for key, one in costs.items():
            found[key] = found.get(key, Cost()) + one
        progress(" · ".join(key))
    progress("")
    return found


def report(costs: Costs) -> None:
    """Print a table in Markdown; ratios are to plain Wagtail, of CPU and of time."""
    print(
        "| | | CPU, ms | of it the database | ratio | time, ms | ratio | SQL | memory, MB |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )
    base = next(iter(CONTENDERS))
    for (what, name), one in costs.items():
        first = costs[what, base]
        cells = [
            what,
            name,
            f"{1000 * one.each:.1f}",
            f"{1000 * one.database / one.times:.1f}",
            f"{one.each / first.each:.2f}",
            f"{1000 * one.seconds / one.times:.0f}",
            f"{one.seconds / one.times / (first.seconds / first.times):.2f}",
            f"{one.statements / one.times:.0f}",
            f"{one.grown / MB:.0f}",
        ]
        print(f"| {' | '.join(cells)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2_200, help="how large the city is")
    parser.add_argument("--rounds", type=int, default=8, help="how often each page is published")
    parser.add_argument("--subtrees", type=int, default=1, help="how often subtrees are changed")
    given = parser.parse_args()
    use(given.pages)
    waiting = background._server = Waiting()  # type: ignore[assignment] # noqa: SLF001
    print(f"{given.pages} pages, {date.today()}\n")  # noqa: DTZ011
    with override_settings(TASKS=TASKS, ALLOWED_HOSTS=["*"], DEBUG=False):
        if given.rounds:
            report(summed(publications(waiting, given.rounds)))
            print()
        if given.subtrees:
            report(summed(subtrees(CONTENDERS, waiting, given.subtrees)))


if __name__ == "__main__":
    main()
