"""Things by their ids."""

import pytest

from graphql_api.documents.identity import key_of
from graphql_api.types.node import GlobalId

NODE = "query($id: ID!) { node(id: $id) { __typename id } }"


@pytest.mark.parametrize("name", ["vision", "first", "index", "project", "history", "entry"])
def test_what_an_id_names_has_that_id(ask, city, name):
    page = getattr(city, name)
    query = "query($key: ID!) { page(by: {translationKey: $key}) { __typename id } }"
    given = ask(query, key=str(page.translation_key))["data"]["page"]

    assert ask(NODE, id=given["id"]) == {"data": {"node": given}}


@pytest.mark.parametrize(
    ("kind", "locale"), [("Stage", "de"), ("Vision", "en"), ("Vision", "xx"), ("Nothing", "de")]
)
def test_an_id_of_another_kind_or_language_names_nothing(ask, city, kind, locale):
    node = GlobalId(kind, key_of(city.vision), locale)

    assert ask(NODE, id=str(node)) == {"data": {"node": None}}


@pytest.mark.parametrize("value", ["", "x", "ä", "VmlzaW9u", "VmlzaW9uOng6ZGU="])
def test_what_is_no_id_is_refused(ask, city, statements, value):
    answer = ask(NODE, id=value)

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_ID"]
    assert answer["data"] == {"node": None}
    assert statements == []
