"""Our API again, by GET, so that it answers from memory what it was asked before."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from graphql.utilities import strip_ignored_characters

from benchmarks.contenders.contender import Conversation, Subject
from benchmarks.contenders.site import Site
from benchmarks.wire import get


@dataclass(frozen=True)
class Memory(Site):
    """Our API behind its cache."""

    def environment(self) -> dict[str, str]:
        cached = {"BENCHMARK_SITE": "graphql_api.caching.get_wsgi_application"}
        return super().environment() | cached

    def operations(self) -> dict[str, str]:
        return Site("leitbild", self.settings).operations()

    def questions(self) -> dict[str, Callable[[Subject], Conversation]]:
        return {name: asking(query) for name, query in self.operations().items()}


def asking(query: str) -> Callable[[Subject], Conversation]:
    short = strip_ignored_characters(query)

    def ask(subject: Subject) -> Conversation:
        variables = {"path": subject.path} if "$path" in query else {}
        yield get("/graphql/", query=short, variables=json.dumps(variables))

    return ask
