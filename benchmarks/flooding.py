"""A flood of questions while an editor publishes: what was old, for how long, and what it took."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from subprocess import PIPE, Popen
from time import monotonic, sleep

from django.db import transaction
from django.test import override_settings
from wagtail.models import Page

from benchmarks.contenders import ROOT
from benchmarks.processes import Processes
from benchmarks.usage import memory
from benchmarks.wire import get
from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Document

WARM = 2.0  # seconds of asking before the first publish, and after the last
# What publishing leaves for later, another process does.
LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
QUESTIONS = (
    "{ visions(first: 100) { totalCount nodes { title path status } } }",
    "query ($path: String!) { page(by: {path: $path}) { title summary seo { title }"
    " ... on Vision { body { __typename } } } }",
    # Three statements: an answer that is torn between two states says two numbers.
    "query ($path: String!) { visions(first: 100) { nodes { title } }"
    " page(by: {path: $path}) { title } again: visions(first: 99) { nodes { title } } }",
)


@dataclass
class Flood:
    """What was seen, times in seconds of `monotonic`.

    commits: when each number was public. seen: of each process and number when the first answer
    was there, and when the last one was asked for. memory: of each process, now and then, in bytes.
    """

    commits: dict[int, float] = field(default_factory=dict)
    seen: dict[int, dict[int, tuple[float, float]]] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    memory: list[dict[int, int]] = field(default_factory=list)

    def stale(self) -> list[float]:
        """Give for each commit and process how long after it something older was asked for."""
        return [
            max([0.0, *(last - at for old, (_first, last) in seen.items() if old < number)])
            for number, at in self.commits.items()
            for seen in self.seen.values()
        ]

    def visible(self) -> list[float]:
        """Give for each commit and process how long after it the first answer told of it."""
        return [
            min([inf, *(first - at for new, (first, _last) in seen.items() if new >= number)])
            for number, at in self.commits.items()
            for seen in self.seen.values()
        ]

    def grown(self) -> int:
        """Give the bytes by which a process has grown at most since it was warm."""
        first, last = self.memory[0], self.memory[-1]
        return max(last[pid] - first[pid] for pid in first)


def flood(site: Processes, page: Page, seconds: int, connections: int) -> Flood:
    """Ask for so many seconds, while the page is published anew each second."""
    found = Flood()
    publish(page, 0, {})
    workers = site.workers()
    with asking(site, page, connections, found):
        sleep(WARM)
        begun = monotonic()
        while monotonic() < begun + seconds:
            found.memory.append({pid: memory(pid) for pid in workers})
            publish(page, len(found.commits) + 1, found.commits)
            sleep(max(0.0, begun + len(found.commits) - monotonic()))
        sleep(WARM)
    found.memory.append({pid: memory(pid) for pid in workers})
    return found


@override_settings(TASKS=LATER)
def publish(page: Page, number: int, commits: dict[int, float]) -> None:
    page.title = f"Stand {number}."
    with transaction.atomic():
        # Before all that others do then: this is when it is public.
        transaction.on_commit(lambda: commits.update({number: monotonic()}))
        page.save_revision().publish()


@contextmanager
def asking(site: Processes, page: Page, connections: int, found: Flood) -> Iterator[None]:
    """Have another process ask while the block runs; then know what it saw."""
    path = Document.objects.get(source=source_of(page)).path
    given = {
        "port": site.port,
        "connections": connections,
        "requests": [request(question, str(path)) for question in QUESTIONS],
    }
    command = [sys.executable, "-m", "benchmarks.flood_client"]
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as client:
        assert client.stdin is not None
        print(json.dumps(given), file=client.stdin, flush=True)
        try:
            yield
        finally:
            # This ends it, too.
            seen, _nothing = client.communicate()
    report = json.loads(seen)
    found.errors, found.times = report["errors"], report["times"]
    for pid, numbers in report["seen"].items():
        found.seen[int(pid)] = {
            int(number): (seen["first"], seen["last"]) for number, seen in numbers.items()
        }


def request(question: str, path: str) -> str:
    """Give a request as it travels."""
    return get("/graphql/", query=question, variables=json.dumps({"path": path})).decode()
