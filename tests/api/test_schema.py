"""The schema as a file is the schema of the code, and it explains itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from graphql import (
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
    parse,
)

from graphql_api.descriptions import ARGUMENTS, VALUES
from tests.schema_changes import (
    CHANGELOG,
    REASON,
    RELEASED_FILE,
    broken,
    changelog,
    reasons,
    today,
)
from tests.schema_file import SCHEMA_FILE

SCHEMA: GraphQLSchema = build_schema(SCHEMA_FILE.read_text())
TYPES = {
    name: type_
    for name, type_ in SCHEMA.type_map.items()
    if not name.startswith("__") and name not in {"Boolean", "Float", "ID", "Int", "String"}
}


def parts() -> Iterator[tuple[str, Any]]:
    """Yield everything that a schema can describe, by its coordinates."""
    for name, type_ in TYPES.items():
        yield name, type_
        if isinstance(type_, GraphQLEnumType):
            yield from ((f"{name}.{value}", of) for value, of in type_.values.items())
        for field, of in getattr(type_, "fields", {}).items():
            yield f"{name}.{field}", of
            arguments = getattr(of, "args", {})
            yield from ((f"{name}.{field}({key}:)", of) for key, of in arguments.items())


def test_schema_file_is_current():
    call_command("export_schema", SCHEMA_FILE, check=True)


def test_everything_is_described():
    assert [name for name, part in parts() if not part.description] == []


def test_nothing_is_described_that_is_not_there():
    arguments = {name.split("(")[1].rstrip(":)") for name, _part in parts() if "(" in name}
    values = {name for name, _part in parts()}

    assert ARGUMENTS.keys() <= arguments
    described = {f"{enum}.{value}" for enum, of in VALUES.items() for value in of}
    assert described <= values


def shape(type_: Any) -> str:
    """Write what an answer looks like: objects of two types can stand in one place, values not."""
    named = get_named_type(type_)
    return str(type_) if is_leaf_type(named) else str(type_).replace(named.name, "{}")


def fields_of(type_: Any) -> list[Any]:
    return list(getattr(type_, "fields", {}).values())


def in_two_shapes(schema: GraphQLSchema) -> set[str]:
    """Name the fields that no query could ask of all types of an interface or a union.

    In the place of an interface that no field gives, nothing stands.
    """
    found = set()
    fields = [field for type_ in schema.type_map.values() for field in fields_of(type_)]
    given = {get_named_type(field.type).name for field in fields}
    for of_several in schema.type_map.values():
        is_place = of_several.name in given
        if is_place and isinstance(of_several, GraphQLInterfaceType | GraphQLUnionType):
            shapes: dict[str, str] = {}
            for type_ in schema.get_possible_types(of_several):
                for name, field in type_.fields.items():
                    if shapes.setdefault(name, shape(field.type)) != shape(field.type):
                        found.add(f"{of_several.name}.{name}")
    return found


def test_a_field_has_one_shape_in_all_types_that_stand_in_one_place():
    assert in_two_shapes(SCHEMA) == set()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("String", "Int", {"Both.field"}),
        ("String", "String!", {"Both.field"}),
        ("String", "A", {"Both.field"}),
        ("[A]", "A", {"Both.field"}),
        ("A", "B", set()),
    ],
)
def test_two_shapes_are_told_apart(one, other, found):
    text = (
        "union Both = A | B type A {{ field: {} }} type B {{ field: {} }} type Query {{ a: Both }}"
    )

    assert in_two_shapes(build_schema(text.format(one, other))) == found


def test_no_default_is_written_that_says_nothing():
    assert "= null" not in SCHEMA_FILE.read_text()


def test_nothing_goes_that_was_released_without_a_warning():
    """CONTRIBUTING.md says how to remove a field; `make release-schema` renews what is released."""
    released = RELEASED_FILE.read_text()

    assert parse(released).definitions
    assert broken(released, SCHEMA_FILE.read_text(), today()) == []


def test_deprecated_parts_say_since_when_and_until_when():
    found = reasons(SCHEMA_FILE.read_text())

    assert [name for name, said in found.items() if not REASON.fullmatch(said)] == []


def test_schema_changelog_is_current():
    assert CHANGELOG.read_text() == changelog(), "run `make schema`"
