"""What the tools of frontend teams write is registered as it is, and asked by their clients."""

from pathlib import Path

import orjson
import pytest
from django.core.management import call_command
from django.test import Client

from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation

pytestmark = pytest.mark.conformance

PROJECTS = {"titles": ["Projekt 00", "Projekt 01"], "requests": [{"method": "GET", "whole": False}]}
VARIABLES = {"Page": {"path": "/de/"}}


@pytest.fixture
def register(city):
    Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example")

    def register(manifest: Path) -> dict[str, str]:
        """Register a manifest; give the hashes by the names of the operations."""
        call_command("operations", "register", "Stadt", str(manifest))
        kept = dict(Operation.objects.values_list("name", "digest"))
        assert len(kept) == len(orjson.loads(manifest.read_bytes()))
        return kept

    return register


@pytest.fixture
def manifest(frontend, tool) -> Path:
    """The manifest that graphql-codegen writes."""
    tool("graphql-codegen", "--config", "codegen.ts", where=frontend / "trusted")
    return frontend / "generated/trusted/persisted-documents.json"


def test_graphql_codegen(manifest, register):
    hashes = register(manifest)

    assert {*hashes} == {"Page", "Projects"}
    for name, digest in hashes.items():
        variables = orjson.dumps(VARIABLES.get(name, {})).decode()
        answer = Client().get(f"/graphql/o/{digest}", {"variables": variables}).json()
        assert "errors" not in answer


def test_clients_ask_nothing_but_what_is_registered(
    script, address, frontend, manifest, register, possible_types, settings
):
    register(manifest)
    settings.GRAPHQL_API_TRUSTED_ONLY = True

    assert script("trusted.js", str(frontend), address) == dict.fromkeys(
        ["ask", "apollo", "urql"], PROJECTS
    )


def test_relay_compiler(frontend, tool, register):
    manifest = frontend / "generated/persisted-queries.json"
    manifest.write_text("{}")

    tool("relay-compiler", "relay.config.json", where=frontend / "trusted")

    hashes = register(manifest)

    assert "projectsQuery" in hashes
    answer = Client().get(f"/graphql/o/{hashes['projectsQuery']}").json()
    assert len(answer["data"]["projects"]["edges"]) == 20
