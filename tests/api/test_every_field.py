"""No field of the schema is without a test that compares its whole answer."""

import ast
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    parse,
    validate,
    visit,
)

from tests.api.everything import SCHEMA

HERE = Path(__file__).parent


class Asked(Visitor):
    """Collects which fields of which types an operation asks."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self.types = types
        self.found: set[tuple[str, str]] = set()

    def enter_field(self, node: FieldNode, *args: object) -> None:
        self.found.add((self.types.get_parent_type().name, node.name.value))


def operations() -> Iterator[str]:
    """Give the operations written in the tests of this folder."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked() -> set[tuple[str, str]]:
    found = set()
    for text in operations():
        try:
            document = parse(text)
        except GraphQLError:
            continue
        if not validate(SCHEMA, document):
            types = TypeInfo(SCHEMA)
            fields = Asked(types)
            visit(document, TypeInfoVisitor(types, fields))
            found |= fields.found
    return found


def declared() -> set[tuple[str, str]]:
    """Give each field of each type; one that an interface gives counts wherever it is asked."""
    kinds = [
        kind
        for name, kind in SCHEMA.type_map.items()
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__")
    ]
    return {(kind.name, name) for kind in kinds for name in kind.fields}


def family(owner: str, name: str) -> set[tuple[str, str]]:
    """Give the types that share a field: those with the interface that declares it."""
    kind = SCHEMA.type_map[owner]
    above = [one for one in kind.interfaces if name in one.fields] or [kind]
    shared = {owner, *(one.name for one in above)}
    for one in above:
        if isinstance(one, GraphQLInterfaceType):
            found = SCHEMA.get_implementations(one)
            shared |= {other.name for other in (*found.objects, *found.interfaces)}
    return {(one, name) for one in shared}


def test_every_field_is_asked():
    found = asked()

    assert sorted(field for field in declared() if not family(*field) & found) == []
