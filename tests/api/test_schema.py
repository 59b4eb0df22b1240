"""The schema as a file is the schema of the code, and it explains itself."""

from collections.abc import Iterator
from typing import Any

from django.core.management import call_command
from graphql import GraphQLEnumType, GraphQLSchema, build_schema

from graphql_api.descriptions import ARGUMENTS, VALUES
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
