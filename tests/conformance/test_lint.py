"""graphql-eslint's rules for schemas, and for those of Relay."""

import json

import pytest
from graphql import GraphQLObjectType

from graphql_api.schema import schema

pytestmark = pytest.mark.conformance

# Words that only begin like the name of their type, and what GraphQL itself leaves undescribed.
KNOWN = {
    'Field "filename" starts with the name of the parent type "File"',
    'Field "sitemap" starts with the name of the parent type "Site"',
    'Field "visionStatement" starts with the name of the parent type "Vision"',
    'Description is required for directive "oneOf"',
}
WITHOUT_ID = "@graphql-eslint/strict-id-in-types"


def is_value(name: str) -> bool:
    """Say whether a type is a value inside something else: only a node has an identity."""
    type_ = schema._schema.type_map[name]
    assert isinstance(type_, GraphQLObjectType)
    return "Node" not in {interface.name for interface in type_.interfaces}


def test_the_schema_breaks_no_rule(frontend, tool):
    printed = tool("eslint", "--format", "json", "schema.graphql", where=frontend, check=False)

    [file] = json.loads(printed)
    findings = {
        finding["message"]
        for finding in file["messages"]
        if not (finding["ruleId"] == WITHOUT_ID and is_value(finding["message"].split('"')[1]))
    }
    assert findings == KNOWN
