"""Requests that carry no operation: an error in JSON with the right status, and no more."""

import logging
from unittest.mock import ANY

import pytest

RESPONSE = "application/graphql-response+json"
QUERY = b'{"query": "{ visions { totalCount } }"}'


def refused(code: str, message: str) -> dict:
    return {"errors": [{"message": message, "extensions": {"code": code, "requestId": ANY}}]}


@pytest.mark.parametrize("accept", ["*/*", RESPONSE])
@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b" ", "The body is not valid JSON."),
        (b"{", "The body is not valid JSON."),
        (b"\xff\xfe", "The body is not valid JSON."),
        (QUERY.decode().encode("utf-16"), "The body is not valid JSON."),
        (b'{"query": "\\ud800"}', "The body is not valid JSON."),
        (b'{"variables": NaN}', "The body is not valid JSON."),
        (b"[" * 100_000, "The body is not valid JSON."),
        (b"null", "The body must be a JSON object."),
        (b"17", "The body must be a JSON object."),
        (b'"{ visions { totalCount } }"', "The body must be a JSON object."),
        (b"[" + QUERY + b"]", "One operation at a time: no batches."),
        (b"{}", "The request has no `query`."),
        (b'{"query": null}', "The request has no `query`."),
        (b'{"query": ""}', "The request has no `query`."),
        (b'{"query": {}}', "`query` must be a string."),
        (b'{"query": "{a}", "variables": "{}"}', "`variables` must be an object."),
        (b'{"query": "{a}", "variables": []}', "`variables` must be an object."),
        (b'{"query": "{a}", "operationName": 1}', "`operationName` must be a string."),
        (b'{"query": "{a}", "extensions": true}', "`extensions` must be an object."),
    ],
)
def test_a_body_without_operation(post, accept, body, message):
    response = post(body, Accept=accept)

    assert (response.status_code, response.json()) == (400, refused("BAD_REQUEST", message))


@pytest.mark.parametrize("digits", [20, 5_000])
def test_a_number_with_many_digits_harms_nobody(post, digits):
    body = b'{"query": "query($n: Int) { visions(first: $n) { totalCount } }", "variables": %s}'

    response = post(body % (b'{"n": ' + b"9" * digits + b"}"))

    assert response.status_code in {200, 400}
    [error] = response.json()["errors"]
    assert error["extensions"]["code"] in {"BAD_REQUEST", "VALIDATION_ERROR"}


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
    ],
)
def test_a_body_of_another_type(post, content_type):
    response = post(QUERY, content_type)

    message = "The body must be application/json in UTF-8."
    assert response.status_code == 415
    assert response.json() == refused("UNSUPPORTED_MEDIA_TYPE", message)


@pytest.mark.parametrize("content_type", ["application/json; charset=UTF-8", "Application/JSON"])
def test_json_is_json_however_it_is_written(post, db, content_type):
    assert "data" in post(QUERY, content_type).json()


@pytest.mark.parametrize("name", ["GRAPHQL_API_MAX_BODY_SIZE", "DATA_UPLOAD_MAX_MEMORY_SIZE"])
def test_a_body_that_is_too_large(post, settings, name):
    setattr(settings, name, 1_000)

    response = post(QUERY + b" " * 1_000)

    assert response.status_code == 413
    message = f"Limit exceeded: body size {1_000 + len(QUERY)}, at most 1000."
    [error] = response.json()["errors"]
    assert error["message"] == message
    assert error["extensions"] == {
        "code": "BODY_TOO_LARGE",
        "limit": 1_000,
        "actual": 1_000 + len(QUERY),
        "requestId": ANY,
    }


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method(client, method):
    response = client.generic(method, "/graphql/", QUERY, "application/json")

    message = "Operations come by GET or POST."
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert response.json() == refused("METHOD_NOT_ALLOWED", message)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, "The request has no `query`."),
        ({"query": ""}, "The request has no `query`."),
        ({"query": "{a}", "variables": "{"}, "`variables` is not valid JSON."),
        ({"query": "{a}", "variables": "1"}, "`variables` must be an object."),
    ],
)
def test_an_address_without_operation(get, parameters, message):
    response = get(**parameters)

    assert (response.status_code, response.json()) == (400, refused("BAD_REQUEST", message))


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff",
        b"[" * 100_000,
        b"17",
        b'{"query": "{a}", "operationName": "%s"}' % (b"x\\n" * 999),
    ],
)
def test_a_bad_request_is_one_bounded_line_with_its_id_in_the_log(post, caplog, body):
    with caplog.at_level(logging.DEBUG):
        [error] = post(body).json()["errors"]

    [record] = caplog.records
    line = record.getMessage()
    assert line.startswith(f"Request {error['extensions']['requestId']} is refused with 400: ")
    assert "\n" not in line
    assert len(line) < 300
    assert record.exc_info is None


@pytest.mark.parametrize("body", [b'{"query": "{ nonsense }"}', b'{"query": "{"}'])
@pytest.mark.parametrize("accept", ["*/*", RESPONSE])
def test_a_bad_operation_is_not_logged(post, caplog, body, accept):
    with caplog.at_level(logging.DEBUG):
        post(body, Accept=accept)

    # A process says at its first operation how it waits.
    assert [record for record in caplog.records if record.name != "asyncio"] == []


def test_an_address_with_too_many_parameters(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5

    response = client.get("/graphql/?" + "a&" * 10)

    assert response.status_code == 400
    assert response.json() == refused("BAD_REQUEST", "The request cannot be read.")


ATTACKS = {
    "NUL in a document": {"query": "{ a\0 }"},
    "NUL in an argument": {"query": '{ search(query: "a\\u0000") { totalCount } }'},
    "NUL in a name": {"query": "{ __typename }", "operationName": "\0"},
    "half a character": {"query": '{ search(query: "\\uD83D") { totalCount } }'},
    "a number for a text": {
        "query": "query($q: String!) { search(query: $q) { totalCount } }",
        "variables": {"q": 1},
    },
    "a list for a text": {
        "query": "query($q: String!) { search(query: $q) { totalCount } }",
        "variables": {"q": ["a"] * 10_000},
    },
    "a text for a filter": {
        "query": "query($f: VisionFilter) { visions(filter: $f) { totalCount } }",
        "variables": {"f": "x" * 100_000},
    },
    "an unknown field in a filter": {
        "query": "query($f: VisionFilter) { visions(filter: $f) { totalCount } }",
        "variables": {"f": {"x" * 10_000: 1}},
    },
    "a large number": {
        "query": "query($n: Int) { visions(first: $n) { totalCount } }",
        "variables": {"n": 2**53},
    },
    "a large number in a document": {
        "query": "{ visions(first: %s) { totalCount } }" % ("9" * 5_000)
    },
    "a fraction": {
        "query": "query($n: Int) { visions(first: $n) { totalCount } }",
        "variables": {"n": 1.5},
    },
    "variables nobody declared": {"query": "{ zzz }", "variables": {"a": [[[[1]]]]}},
    "a long name": {"query": "{ " + "x" * 20_000 + " }"},
    "many ids": {
        "query": "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
        "variables": {"ids": ["x"] * 101},
    },
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_nothing_gets_through_that_makes_no_sense(post, db, caplog, attack):
    response = post(attack, Accept=RESPONSE)

    assert response.status_code in {200, 400}
    assert response.headers["Content-Type"].startswith(RESPONSE)
    for error in response.json().get("errors", []):
        assert error["extensions"]["code"] != "INTERNAL_ERROR"
    assert len(response.content) < 25_000
    inside = ("Traceback", "File ", "SELECT", "psycopg", "127.0.0.1", "graphql_api_document")
    assert [word for word in inside if word in response.content.decode()] == []
