"""Requests that carry no operation: an error in JSON with the right status, and no more."""

import logging

import pytest

RESPONSE = "application/graphql-response+json"
QUERY = b'{"query": "{ visions { totalCount } }"}'


def refused(code: str, message: str) -> dict:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


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
    }


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method(client, method):
    response = client.generic(method, "/graphql/", QUERY, "application/json")

    message = "Operations come by GET or POST."
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, POST")
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


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000, b'{"query": "{ nonsense }"}'])
def test_bad_requests_write_nothing_of_theirs_in_the_log(post, caplog, body):
    with caplog.at_level(logging.DEBUG):
        post(body, Accept=RESPONSE)

    assert caplog.messages == ["Bad Request: /graphql/"]
