"""What changed in the schema since the last release, and what of it nobody was warned of.

`make schema` writes the changes to docs/reference/schema-changelog.md; `make release-schema
VERSION=…` puts them under a version, and keeps the schema as the one that was released.
"""

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from graphql import (
    REMOVE,
    BreakingChangeType,
    DangerousChangeType,
    GraphQLSchema,
    Node,
    NonNullTypeNode,
    SafeChangeType,
    TypeDefinitionNode,
    Visitor,
    build_ast_schema,
    find_schema_changes,
    parse,
    visit,
)

from tests.schema_file import SCHEMA_FILE

REFERENCE = Path(__file__).parents[1] / "docs/reference"
RELEASED_FILE = REFERENCE / "released.graphql"
CHANGELOG = REFERENCE / "schema-changelog.md"
COMING = "## Not released yet\n"
KINDS = {"Gone": BreakingChangeType, "To be minded": DangerousChangeType, "New": SafeChangeType}
REASON = re.compile(r"Since \d+\.\d+\.\d+, until (\d{4}-\d\d-\d\d): \S.*\.", re.DOTALL)


def reason(node: Any) -> str | None:
    """Give why a part of a schema is deprecated; a type says so in its description."""
    if isinstance(node, TypeDefinitionNode):
        said = node.description.value if node.description else ""
        return said.removeprefix("Deprecated. ") if said.startswith("Deprecated. ") else None
    for directive in getattr(node, "directives", None) or ():
        if directive.name.value == "deprecated":
            return "".join(str(given.value.value) for given in directive.arguments or ())
    return None


def reasons(text: str) -> dict[str, str]:
    """Give what is deprecated in a schema, and why."""
    found: dict[str, str] = {}

    class Reasons(Visitor):
        def enter(self, node: Any, key: Any, parent: Any, path: Any, ancestors: Any) -> None:
            if (said := reason(node)) is not None:
                named = (one for one in [*ancestors, node] if hasattr(one, "name"))
                found[".".join(one.name.value for one in named)] = said

    visit(parse(text), Reasons())
    return found


def is_due(node: Node, today: date) -> bool:
    """Say whether the day until which a deprecated part stays is over."""
    day = REASON.fullmatch(reason(node) or "")
    return day is not None and date.fromisoformat(day[1]) < today


class Owed(Visitor):
    """Leaves of a schema what has to stay, and reads `@semanticNonNull` as `!`."""

    def __init__(self, gone: set[str], today: date) -> None:
        super().__init__()
        self.gone = gone
        self.today = today

    def enter(self, node: Any, *args: object) -> Any:
        of_type = getattr(node, "type", None)
        named = innermost(of_type).name.value if of_type else None
        return REMOVE if named in self.gone or is_due(node, self.today) else None

    def enter_named_type(self, node: Any, *args: object) -> Any:
        return REMOVE if node.name.value in self.gone else None

    def leave_field_definition(self, node: Any, *args: object) -> Any:
        if any(one.name.value == "semanticNonNull" for one in node.directives or ()):
            parts = {name: getattr(node, name) for name in node.keys}
            return type(node)(**{**parts, "type": NonNullTypeNode(type=node.type)})
        return None


def innermost(node: Any) -> Any:
    """Give the type that a list or a `!` is of."""
    return innermost(node.type) if hasattr(node, "type") else node


def owed(text: str, today: date) -> GraphQLSchema:
    """Give what of a schema has to stay."""
    document = parse(text)
    types = [node for node in document.definitions if isinstance(node, TypeDefinitionNode)]
    gone = {node.name.value for node in types if is_due(node, today)}
    left = visit(document, Owed(gone, today))
    return build_ast_schema(left, assume_valid=True, assume_valid_sdl=True)


def broken(released: str, current: str, today: date) -> list[str]:
    """Say what of a released schema is gone or narrower, and was not deprecated long enough."""
    changes = find_schema_changes(owed(released, today), owed(current, date.min))
    return [one.description for one in changes if isinstance(one.type, BreakingChangeType)]


def changes(released: str, current: str) -> str:
    """Write what changed from one schema to another, in Markdown."""
    old, new = owed(released, date.min), owed(current, date.min)
    found = find_schema_changes(old, new)
    said = {
        title: sorted(
            one.description
            for one in found
            if isinstance(one.type, kind) and one.type is not SafeChangeType.DESCRIPTION_CHANGED
        )
        for title, kind in KINDS.items()
    }
    said["Deprecated"] = sorted(
        f"{name}: {said}"
        for name, said in reasons(current).items()
        if name not in reasons(released)
    )
    parts = [f"### {title}\n\n{listed(lines)}" for title, lines in said.items() if lines]
    return "\n".join(parts) or "Nothing.\n"


def listed(lines: list[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)


def changelog() -> str:
    """Give the changelog, with what changed since the last release."""
    head, _, tail = CHANGELOG.read_text().partition(COMING)
    older = tail.partition("\n## ")
    now = changes(RELEASED_FILE.read_text(), SCHEMA_FILE.read_text())
    return f"{head}{COMING}\n{now}{''.join(older[1:])}"


def release(version: str) -> None:
    """Keep the schema as the one that a version released, and put what changed under it."""
    heading = f"## {version}\n"
    if heading not in CHANGELOG.read_text():
        CHANGELOG.write_text(changelog().replace(COMING, f"{COMING}\nNothing.\n\n{heading}", 1))
    RELEASED_FILE.write_text(SCHEMA_FILE.read_text())
    CHANGELOG.write_text(changelog())


def today() -> date:
    return datetime.now(UTC).date()


if __name__ == "__main__":
    release(sys.argv[1]) if sys.argv[1:] else CHANGELOG.write_text(changelog())
