"""The APIs that are compared: each reads the same pages in the same database."""

import json
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from typing import Any

from graphql import OperationDefinitionNode, parse, print_ast

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Contender:
    """An API: how its site is called, its settings, where it is installed, what matters of that."""

    name: str
    settings: str
    environment: Path
    packages: tuple[str, ...]

    def questions(self) -> dict[str, str]:
        """Give its operation for each question; they all say the same things."""
        text = (Path(__file__).parent / self.name / "questions.graphql").read_text()
        found = parse(text).definitions
        operations = [one for one in found if isinstance(one, OperationDefinitionNode)]
        return {one.name.value: print_ast(one) for one in operations if one.name}

    def program(self, name: str) -> str:
        return str(self.environment / "bin" / name)

    def versions(self) -> dict[str, str]:
        """Give the versions of the packages that it is installed with."""
        listed = run(
            [self.program("python"), "-m", "pip", "list", "--format=json"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        installed: list[dict[str, Any]] = json.loads(listed.stdout)
        return {one["name"]: one["version"] for one in installed if one["name"] in self.packages}


CONTENDERS = (
    Contender(
        "grapple",
        "benchmarks.contenders.grapple.settings",
        ROOT / "benchmarks/contenders/grapple/.venv",
        ("wagtail-grapple", "graphene-django", "graphql-core", "wagtail", "Django", "psycopg"),
    ),
    Contender(
        "optimizer",
        "benchmarks.contenders.optimizer.settings",
        ROOT / ".venv",
        ("strawberry-graphql-django", "strawberry-graphql", "wagtail", "Django", "psycopg"),
    ),
    Contender(
        "leitbild",
        "cms.settings.production",
        ROOT / ".venv",
        ("strawberry-graphql", "graphql-core", "wagtail", "Django", "psycopg"),
    ),
)
