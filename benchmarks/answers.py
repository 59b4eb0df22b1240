"""What contenders say must be the same, before it is measured how fast they say it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.contenders import OURS, Subject
from benchmarks.serving import Server
from benchmarks.wire import Response, asked
from graphql_api.models import Document
from vision_pages.models import ProjectIndexPage

# What each API says in its own way: names of types, addresses of files, sizes of images.
UNLIKE = {"__typename", "id", "src", "url", "width", "height", "canonicalUrl"}
# Some list Wagtail's root, which has no address, among the pages above a page; some say nothing.
NEEDLESS = {"root", ""}
LEAST = 10  # facts, else nothing was compared
TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a question takes of a contender: calls over HTTP, and SQL statements of all of them."""

    calls: int
    statements: int


def subjects() -> list[Subject]:
    """Give every vision in both languages."""
    visions = Document.objects.filter(kind="Vision").order_by("position")
    index = ProjectIndexPage.objects.earliest("pk").pk
    return [Subject(path or "", index) for path in visions.values_list("path", flat=True)]


def verify(servers: list[Server], about: list[Subject]) -> dict[tuple[str, str], Cost]:
    """Have everything asked, and compare what is said with what ours, the first, says.

    What a question costs is told by one that was asked before.
    """
    costs: dict[tuple[str, str], Cost] = {}
    expected: dict[tuple[str, str], set[str]] = {}
    for server in servers:
        contender = server.contender
        for question, ask in contender.questions().items():
            for subject in about:
                responses = [*asked(server.connect(), ask(subject))]
                if contender is OURS:
                    expected[question, subject.path] = facts(responses)
                    subject.lengths[question] = len(responses[0].content)
                if contender.speaks:
                    compare(server, question, responses, expected[question, subject.path])
            responses = [*asked(server.connect(), ask(about[-1]))]
            statements = sum(response.statements for response in responses)
            costs[contender.name, question] = Cost(len(responses), statements)
    return costs


def compare(server: Server, question: str, responses: list[Response], expected: set[str]) -> None:
    """Raise SystemExit if a contender does not say what it should."""
    contender = server.contender
    found = facts(responses)
    unlike = found ^ expected if contender.chooses else expected - found
    if unlike:
        raise SystemExit(f"{contender.name} differs in {question}: {unlike}")
    if len(found) < LEAST:
        raise SystemExit(f"{question} says too little: take more --pages.")


def facts(responses: list[Response]) -> set[str]:
    answers = (json.loads(response.content) for response in responses)
    return {fact for answer in answers for fact in said(answer)} - NEEDLESS


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
