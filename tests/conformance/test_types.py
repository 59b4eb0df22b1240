"""Types for frontends, generated from the schema and compiled strictly."""

import pytest

pytestmark = pytest.mark.conformance


def test_graphql_codegen(frontend, tool):
    folder = frontend / "codegen"

    tool("graphql-codegen", "--config", "codegen.ts", where=folder)

    assert tool("tsc", "--project", ".", where=folder) == ""


def test_gql_tada(frontend, tool):
    folder = frontend / "tada"

    tool("gql-tada", "generate-output", where=folder)

    assert tool("tsc", "--project", ".", where=folder) == ""
    assert "error" not in tool("gql-tada", "check", where=folder)


def test_relay_compiler(frontend, tool):
    tool("relay-compiler", "relay.config.json", where=frontend / "relay")

    generated = {path.name for path in (frontend / "generated/relay").iterdir()}
    assert {
        "projectsQuery.graphql.ts",
        "projects_list.graphql.ts",
        "projectsPaginationQuery.graphql.ts",
        "projectsTeaserQuery.graphql.ts",
        "projectsChildrenQuery.graphql.ts",
        "projectsNodeQuery.graphql.ts",
    } <= generated
    teaser = (frontend / "generated/relay/projects_teaser.graphql.ts").read_text()
    assert "readonly publishedAt: string | null | undefined;" in teaser
    assert "readonly document: RichTextDocument;" in teaser
