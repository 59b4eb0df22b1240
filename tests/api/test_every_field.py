"""No field of the schema is without a test that compares its whole answer."""

import ast
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    DocumentNode,
    FieldNode,
    FieldsOnCorrectTypeRule,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    is_composite_type,
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


def operations() -> Iterator[DocumentNode]:
    """Give the operations written in the tests of this folder, and pieces of operations."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and "{" in str(node.value):
                yield from read(str(node.value))


def read(text: str) -> Iterator[DocumentNode]:
    """Read an operation; or a selection, as what is asked of each type that has such fields."""
    if document := parsed(text):
        yield document
    elif parsed(f"{{ {selection(text)} }}"):
        for kind in SCHEMA.type_map.values():
            if is_composite_type(kind):
                yield parse(f"fragment Piece on {kind.name} {{ {selection(text)} }}")


def selection(text: str) -> str:
    return text.replace("%s", "HERO")


def parsed(text: str) -> DocumentNode | None:
    try:
        return parse(text)
    except GraphQLError:
        return None


def asked() -> set[tuple[str, str]]:
    found = set()
    for document in operations():
        if not validate(SCHEMA, document, [FieldsOnCorrectTypeRule]):
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
