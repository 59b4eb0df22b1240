"""The tools and clients of frontend teams, run by Node against a live server."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLUnionType
from wagtail.models import Page, Site

from graphql_api.http.schema_file import APP
from graphql_api.schema import schema
from tests.factories import ProgrammeFactory, ProjectFactory, ProjectIndexFactory, VisionFactory

HERE = Path(__file__).parent
BIN = HERE / "node_modules/.bin"
SECONDS = 120

Node = Callable[..., Any]


@pytest.fixture
def city(transactional_db: None) -> Page:
    """A programme with a vision and 25 projects."""
    programme = ProgrammeFactory(parent=Page.get_first_root_node(), title="Stadt der Zukunft")
    Site.objects.update(root_page=programme)
    vision = VisionFactory(parent=programme, title="Köln 21")
    index = ProjectIndexFactory(parent=programme)
    for number in range(25):
        ProjectFactory(parent=index, title=f"Projekt {number:02}", serves=[vision])
    return programme


@pytest.fixture
def address(city: Page, live_server: Any, settings: Any) -> str:
    """The address of the API, as in development."""
    settings.GRAPHQL_API_INTROSPECTION = True
    settings.GRAPHQL_API_PERSISTED_QUERIES = True
    return f"{live_server.url}/graphql/"


@pytest.fixture
def script() -> Node:
    """Run a script of this folder, and give what it prints as JSON."""

    def script(name: str, *arguments: str) -> Any:
        return json.loads(output("node", str(HERE / name), *arguments, where=HERE))

    return script


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    """A frontend's folder, with what the API serves for it: nothing is generated in it yet."""
    folder = tmp_path / "frontend"
    shutil.copytree(HERE / "frontend", folder)
    shutil.copy(APP / "schema.graphql", folder)
    shutil.copy(APP / "rich_text.d.ts", folder / "rich-text.d.ts")
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    (tmp_path / "package.json").symlink_to(HERE / "package.json")
    for name in ("codegen", "relay", "tada", "trusted"):
        (folder / "generated" / name).mkdir(parents=True)
    return folder


@pytest.fixture
def possible_types(frontend) -> None:
    """Write what Apollo needs to know of interfaces and unions, as graphql-codegen does."""
    inner = schema._schema
    abstract = (GraphQLInterfaceType, GraphQLUnionType)
    known = {
        name: [possible.name for possible in inner.get_possible_types(type_)]
        for name, type_ in inner.type_map.items()
        if isinstance(type_, abstract)
    }
    (frontend / "generated/possible-types.json").write_text(json.dumps(known))


@pytest.fixture
def tool() -> Node:
    """Run a tool in a folder, which has to succeed unless said otherwise; give what it prints."""

    def tool(name: str, *arguments: str, where: Path, check: bool = True) -> str:
        return output(str(BIN / name), *arguments, where=where, check=check)

    return tool


def output(*command: str, where: Path, check: bool = True) -> str:
    """Give what a command prints; fail with all it said."""
    done = subprocess.run(
        command,
        cwd=where,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0 or not check, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout
