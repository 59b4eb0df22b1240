"""From a registered frontend browsers may ask the API, and nothing else."""

import pytest

from graphql_api.frontends.models import Frontend

HOME = "https://www.stadt.example"
OTHER = "https://vorschau.stadt.example:8443"


@pytest.fixture(autouse=True)
def frontend(city) -> Frontend:
    return Frontend.objects.create(
        name="Stadt", base_address=f"{HOME}/zukunft", allowed_origins=f"{OTHER}\nhttp://localhost"
    )


def allowed(client, origin: str, path: str = "/graphql/") -> str | None:
    response = client.get(
        path, {"query": "{ __typename }"}, headers={"Origin": origin, "Accept": "application/json"}
    )
    return response.headers.get("Access-Control-Allow-Origin")


@pytest.mark.parametrize("origin", [HOME, OTHER, "http://localhost", "HTTPS://WWW.stadt.example"])
def test_origins_of_a_frontend_may_ask(client, origin):
    assert allowed(client, origin) == origin


@pytest.mark.parametrize(
    "origin",
    [
        "https://stadt.example",
        "http://www.stadt.example",
        "https://www.stadt.example.example",
        "https://vorschau.stadt.example",
        "null",
        "https://",
    ],
)
def test_no_other_origin_may(client, origin):
    assert allowed(client, origin) is None


def test_registered_operations_may_be_asked_too(client):
    assert allowed(client, HOME, f"/graphql/o/{'0' * 64}") == HOME


@pytest.mark.parametrize("path", ["/admin/login/", "/sitemap.xml", "/nowhere/"])
def test_nothing_but_the_api_may_be_asked(client, path):
    assert allowed(client, HOME, path) is None


def test_a_preflight_is_answered(client):
    response = client.options(
        "/graphql/",
        headers={
            "Origin": HOME,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,x-as-of",
        },
    )

    assert response["Access-Control-Allow-Origin"] == HOME
    assert "x-as-of" in response["Access-Control-Allow-Headers"]


def test_a_change_counts_at_once(client, frontend):
    assert allowed(client, HOME) == HOME
    frontend.base_address = "https://neu.example"
    frontend.save()
    assert allowed(client, HOME) is None
    assert allowed(client, "https://neu.example") == "https://neu.example"
    frontend.delete()
    assert allowed(client, "https://neu.example") is None
