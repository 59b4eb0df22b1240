"""Bytes as long as our answers: as fast as the server can be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.contenders.contender import Conversation, Subject
from benchmarks.contenders.site import Site
from benchmarks.wire import get

QUESTIONS = ("Q1", "Q2", "Q3")


@dataclass(frozen=True)
class Static(Site):
    """An application that does nothing but send."""

    speaks = False

    def environment(self) -> dict[str, str]:
        return {"BENCHMARK_SITE": f"{__name__}.bytes.get_application"}

    def questions(self) -> dict[str, Callable[[Subject], Conversation]]:
        return {name: partial(ask, name) for name in QUESTIONS}


def ask(question: str, subject: Subject) -> Conversation:
    yield get(f"/{subject.lengths[question]}")
