"""The schema for tools, GraphiQL for people: each where the settings allow it."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from graphql_api.http.examples import examples
from tests.schema_file import SCHEMA_FILE

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
STATIC = re.compile(r'(?:src|href)="/static/([^"]+)"')


def test_the_schema_is_served_as_a_file(client):
    response = client.get("/graphql/schema.graphql")

    assert response.content == SCHEMA_FILE.read_bytes()
    assert response.headers["Content-Type"] == "application/graphql; charset=utf-8"
    assert not response.cookies


@pytest.mark.parametrize(
    "query", ["{ __schema { queryType { name } } }", '{ __type(name: "X") { name } }']
)
@pytest.mark.parametrize("fragment", [False, True])
def test_introspection_is_refused_unless_it_is_allowed(ask, query, fragment):
    field = query.split(" ")[1].partition("(")[0]
    if fragment:
        query = f"query {{ ...Hidden }} fragment Hidden on Query {query}"

    answer = ask(query)

    [error] = answer.pop("errors")
    assert answer == {}
    assert error["message"] == f"`{field}` cannot be asked here; the schema is there as a file."
    assert error["extensions"] == {"code": "INTROSPECTION_DISABLED"}


def test_the_name_of_a_type_is_no_introspection(ask):
    assert ask("{ __typename }") == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("name", ["GRAPHQL_API_INTROSPECTION", "DEBUG"])
def test_introspection_is_allowed(ask, settings, name):
    setattr(settings, name, True)

    answer = ask("{ __schema { queryType { name } } }")

    assert answer == {"data": {"__schema": {"queryType": {"name": "Query"}}}}


def test_introspection_stays_off_where_it_is_set_off(ask, settings):
    settings.DEBUG = True
    settings.GRAPHQL_API_INTROSPECTION = False

    assert "errors" in ask("{ __schema { queryType { name } } }")


def test_a_browser_gets_no_graphiql_unless_it_is_allowed(get):
    assert get(BROWSER).headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize("name", ["GRAPHQL_API_GRAPHIQL", "DEBUG"])
def test_a_browser_gets_graphiql(get, settings, name):
    setattr(settings, name, True)

    response = get(BROWSER)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in response.content.decode()
    assert not response.cookies


@pytest.mark.parametrize("accept", ["*/*", "application/json", f"application/json,{BROWSER}"])
def test_programs_get_no_graphiql(get, settings, accept):
    settings.GRAPHQL_API_GRAPHIQL = True

    assert get(accept).headers["Content-Type"] == "application/json; charset=utf-8"


def test_a_browser_that_asks_gets_an_answer(get, settings, db):
    settings.GRAPHQL_API_GRAPHIQL = True

    assert get(BROWSER, query="{ __typename }").json() == {"data": {"__typename": "Query"}}


def test_graphiql_is_the_packages_own_files(get, settings):
    settings.GRAPHQL_API_GRAPHIQL = True
    page = get(BROWSER).content.decode()

    found = STATIC.findall(page)
    assert found == ["graphql_api/graphiql/graphiql.css", "graphql_api/graphiql/graphiql.js"]
    assert all(finders.find(path) for path in found)
    assert "http" not in re.sub(r'<script id="examples".*?</script>', "", page, flags=re.DOTALL)
    style = Path(finders.find(found[0])).read_text()
    assert re.findall(r"url\((?!data:image/)", style) == []
    assert "@import" not in style


def test_the_licences_of_what_graphiql_holds_come_with_it():
    licences = Path(finders.find("graphql_api/graphiql/LICENSES.txt")).read_text()

    for package in ["graphiql 4.1.2 (MIT)", "react 19.3.1 (MIT)", "react-aria 3.53.1 (Apache-2.0)"]:
        assert package in licences


def test_graphiql_offers_the_examples(get, settings):
    settings.GRAPHQL_API_GRAPHIQL = True

    page = get(BROWSER).content.decode()

    [offered] = re.findall(r'<script id="examples" type="application/json">(.*?)</script>', page)
    assert json.loads(offered) == examples()
