"""Apollo's automatic persisted queries: sent once, then asked by hash."""

from hashlib import sha256
from unittest.mock import ANY

import orjson
import pytest

COUNT = "{ visions { totalCount } }"
COUNTED = {"data": {"visions": {"totalCount": 2}}}
RESPONSE = "application/graphql-response+json"


def named(query: str, version: object = 1) -> dict:
    digest = sha256(query.encode()).hexdigest()
    return {"persistedQuery": {"version": version, "sha256Hash": digest}}


def told(name: str) -> dict:
    code = {
        "PersistedQueryNotFound": "PERSISTED_QUERY_NOT_FOUND",
        "PersistedQueryNotSupported": "PERSISTED_QUERY_NOT_SUPPORTED",
    }[name]
    return {"errors": [{"message": name, "extensions": {"code": code}}]}


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.GRAPHQL_API_PERSISTED_QUERIES = True


def test_a_hash_that_nobody_sent_is_not_found(post, get, caplog):
    for response in (
        post({"extensions": named(COUNT)}, Accept=RESPONSE),
        get(extensions=orjson.dumps(named(COUNT)).decode()),
    ):
        assert (response.status_code, response.json()) == (200, told("PersistedQueryNotFound"))
        assert response.headers["Cache-Control"] == "no-store"
    assert caplog.records == []


def test_an_operation_that_was_sent_with_its_hash_is_asked_by_it(post, get, city):
    assert post({"query": COUNT, "extensions": named(COUNT)}).json() == COUNTED

    assert post({"extensions": named(COUNT)}).json() == COUNTED
    assert get(extensions=orjson.dumps(named(COUNT)).decode()).json() == COUNTED


def test_variables_come_beside_the_hash(post, city):
    query = "query($n: Int) { visions(first: $n) { nodes { title } } }"
    post({"query": query, "extensions": named(query)})

    answer = post({"extensions": named(query), "variables": {"n": 1}}).json()
    assert answer == {"data": {"visions": {"nodes": [{"title": "Köln 21"}]}}}


@pytest.mark.parametrize("query", ["{ zzz }", "{", "{ __schema { description } }"])
def test_an_operation_that_is_refused_is_not_kept(post, query):
    post({"query": query, "extensions": named(query)})

    assert post({"extensions": named(query)}).json() == told("PersistedQueryNotFound")


def test_what_comes_by_hash_is_held_to_the_limits(post, city, settings):
    post({"query": COUNT, "extensions": named(COUNT)})
    settings.GRAPHQL_API_MAX_COST = 1

    [error] = post({"extensions": named(COUNT)}).json()["errors"]
    assert error["extensions"]["code"] == "COST_EXCEEDED"


def test_an_operation_under_a_wrong_hash(post, city):
    response = post({"query": COUNT, "extensions": named("{ __typename }")})

    assert response.status_code == 400
    assert response.json() == {
        "errors": [
            {
                "message": "`sha256Hash` is not the hash of `query`.",
                "extensions": {"code": "BAD_REQUEST", "requestId": ANY},
            }
        ]
    }
    assert post({"extensions": named("{ __typename }")}).json() == told("PersistedQueryNotFound")


@pytest.mark.parametrize("named", [1, [], {}, {"version": 1}, {"version": 1, "sha256Hash": 1}])
def test_a_hash_that_is_none(post, named):
    response = post({"extensions": {"persistedQuery": named}})

    assert response.status_code == 400
    assert "must have a `sha256Hash`" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize("digest", ["", "x", "../" * 20, "A" * 64, "0" * 10_000])
def test_a_hash_that_no_operation_has(post, digest):
    persisted = {"version": 1, "sha256Hash": digest}

    answer = post({"extensions": {"persistedQuery": persisted}}).json()
    assert answer == told("PersistedQueryNotFound")


@pytest.mark.parametrize("version", [2, "1", None])
def test_another_version_of_the_protocol(post, version):
    answer = post({"extensions": named(COUNT, version)}).json()

    assert answer == told("PersistedQueryNotSupported")


def test_clients_learn_that_hashes_are_not_supported(post, city, settings):
    settings.GRAPHQL_API_PERSISTED_QUERIES = False

    assert post({"extensions": named(COUNT)}).json() == told("PersistedQueryNotSupported")
    assert post({"query": COUNT, "extensions": named(COUNT)}).json() == COUNTED
    settings.GRAPHQL_API_PERSISTED_QUERIES = True
    assert post({"extensions": named(COUNT)}).json() == told("PersistedQueryNotFound")


def test_hashes_are_for_development(post, settings):
    del settings.GRAPHQL_API_PERSISTED_QUERIES
    assert post({"extensions": named(COUNT)}).json() == told("PersistedQueryNotSupported")

    settings.DEBUG = True
    assert post({"extensions": named(COUNT)}).json() == told("PersistedQueryNotFound")
