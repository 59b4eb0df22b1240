"""What is asked of every contender, and about what."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from graphql import OperationDefinitionNode, parse, print_ast

from benchmarks.wire import post

ROOT = Path(__file__).resolve().parents[2]

# Yields requests, is sent what was answered to each.
Conversation = Generator[bytes, bytes, None]


@dataclass(frozen=True)
class Subject:
    """A vision that is asked about, and where all projects are: as each API names them.

    index: the key of the page above the projects. lengths: how many bytes ours answers to each
    question, once it was asked.
    """

    path: str
    index: int
    lengths: dict[str, int] = field(default_factory=dict)

    @property
    def locale(self) -> str:
        return self.path.split("/")[1]

    @property
    def slug(self) -> str:
        return self.path.split("/")[-2]


@dataclass(frozen=True)
class Contender(ABC):
    """An API: how it is served, and how it is asked the same questions as the others."""

    name: str

    # Whether what it says is compared; whether it says no more than it is asked.
    speaks: ClassVar[bool] = True
    chooses: ClassVar[bool] = True

    def missing(self) -> str | None:
        """Say why it cannot take part, if so."""
        return None

    def prepare(self) -> None:  # noqa: B027 - most have nothing to prepare
        """Bring what it reads up to date with the database in use."""

    @abstractmethod
    def command(self, port: int) -> list[str]:
        """Give what serves it at a port."""

    def environment(self) -> dict[str, str]:
        return {}

    @abstractmethod
    def versions(self) -> dict[str, str]:
        """Give the versions of what matters of what it is installed with."""

    def operations(self, file: str = "questions") -> dict[str, str]:
        """Give its GraphQL for each question."""
        text = (Path(__file__).parent / self.name / f"{file}.graphql").read_text()
        found = parse(text).definitions
        operations = [one for one in found if isinstance(one, OperationDefinitionNode)]
        return {one.name.value: print_ast(one) for one in operations if one.name}

    def questions(self) -> dict[str, Callable[[Subject], Conversation]]:
        """Give how it is asked each question."""
        return {name: asking(query) for name, query in self.operations().items()}


def asking(query: str) -> Callable[[Subject], Conversation]:
    """Ask an operation in one request."""
    names = [name for name in ("path", "index") if f"${name}" in query]

    def ask(subject: Subject) -> Conversation:
        return once(query, **{name: getattr(subject, name) for name in names})

    return ask


def once(query: str, **variables: Any) -> Conversation:
    yield post("/graphql/", {"query": query, "variables": variables})
