"""What goes wrong inside stays inside: a request id in the answer, one line in the log."""

import logging
from unittest.mock import ANY

import pytest

from graphql_api.documents import reading
from graphql_api.http import masking

SECRET = "SELECT secret FROM places"
VISIONS = "{ visions { nodes { title } } site { name } }"
STAGES = "{ visions { nodes { title currentStage { title } } } }"


def fault(*path: str | int, line: int = 1, column: int = 3) -> dict:
    return {
        "message": "Something went wrong.",
        "locations": [{"line": line, "column": column}],
        "path": list(path),
        "extensions": {"code": "INTERNAL_ERROR", "requestId": ANY},
    }


@pytest.fixture
def broken(monkeypatch):
    """Let every statement fail, with a long message of several lines."""

    def fails(*args, **kwargs):
        raise RuntimeError(f"{SECRET}\n" * 1_000)

    monkeypatch.setattr(reading, "fetch", fails)
    monkeypatch.setattr("graphql_api.documents.listing.fetch", fails)


def test_a_fault_shows_as_a_request_id_alone(post, city, broken):
    response = post({"query": VISIONS})

    assert response.status_code == 200
    assert response.json() == {"data": None, "errors": [fault("visions")]}
    assert SECRET not in response.content.decode()


def test_the_faults_of_a_request_are_one_bounded_line(post, city, monkeypatch, caplog):
    def fails(*args, **kwargs):
        raise RuntimeError(f"{SECRET}\n" * 1_000)

    monkeypatch.setattr(reading, "fetch", fails)
    response = post({"query": STAGES})

    first, second = response.json()["errors"]
    [record] = [record for record in caplog.records if record.name == masking.__name__]
    request_id = first["extensions"]["requestId"]
    assert second["extensions"]["requestId"] == request_id
    line = record.getMessage()
    assert line.startswith(f"Request {request_id} failed 2 times, first with RuntimeError (SELECT")
    assert "\n" not in line
    assert len(line) < 500
    assert record.exc_info is None


def test_the_trace_is_there_for_who_debugs(post, city, broken, caplog):
    with caplog.at_level(logging.DEBUG, masking.__name__):
        post({"query": VISIONS})

    *_, record = [record for record in caplog.records if record.name == masking.__name__]
    assert isinstance(record.exc_info[1], RuntimeError)


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
def test_a_fault_before_the_operation_is_json_too(post, monkeypatch, caplog, accept):
    def fails():
        raise OSError(f"connection to {SECRET} failed")

    monkeypatch.setattr("graphql_api.schema.connect", fails)

    response = post({"query": VISIONS}, Accept=accept)

    extensions = {"code": "INTERNAL_ERROR", "requestId": ANY}
    assert response.status_code == 500
    assert response.json() == {
        "errors": [{"message": "Something went wrong.", "extensions": extensions}]
    }
    request_id = response.json()["errors"][0]["extensions"]["requestId"]
    [line] = [message for message in caplog.messages if request_id in message]
    assert "OSError" in line


def test_what_the_asking_side_did_is_not_logged(post, city, caplog):
    post({"query": '{ visions(locale: "xx") { totalCount } page(by: {id: "x"}) { id } }'})
    post({"query": '{ page(by: {id: "x"}) { id } }'})

    assert caplog.records == []


def test_a_value_its_type_cannot_say_is_a_fault_inside(post, city, monkeypatch):
    monkeypatch.setattr("graphql_api.types.language.direction", lambda locale: "sideways")

    response = post({"query": "{ programme { language { dir } } }"})

    path = ("programme", "language", "dir")
    assert response.json()["errors"] == [fault(*path, column=26)]
