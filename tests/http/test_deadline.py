"""How long an operation may take."""

import threading
from time import monotonic

import pytest
from django.db import connection

from graphql_api.documents import listing, reading

VISIONS = "{ site { name } visions { nodes { title parent { title } } } }"
SLOW = "SELECT pg_sleep(5)"


@pytest.fixture
def slow(settings, monkeypatch):
    """Let lists take five seconds, in a tenth of one."""
    settings.GRAPHQL_API_MAX_SECONDS = 0.1
    monkeypatch.setattr(listing, "fetch", lambda *args, **named: reading.fetch(SLOW, {}))


REFUSAL = {
    "errors": [
        {
            "message": "Limit exceeded: seconds, at most 0.1.",
            "extensions": {"code": "SECONDS_EXCEEDED", "limit": 0.1},
        }
    ]
}


@pytest.mark.parametrize("as_of", [None, "2026-01-01"])
def test_a_statement_that_takes_too_long_is_cancelled(post, city, slow, as_of):
    began = monotonic()

    response = post({"query": VISIONS}, **({"X-As-Of": as_of} if as_of else {}))

    assert monotonic() - began < 2
    assert response.json() == REFUSAL


def test_no_statement_begins_when_time_is_over(ask, city, settings, statements):
    settings.GRAPHQL_API_MAX_SECONDS = 1e-9

    assert ask(VISIONS)["errors"][0]["extensions"]["code"] == "SECONDS_EXCEEDED"
    assert statements == []


def test_there_is_no_word_of_it_in_the_log(ask, city, slow, caplog):
    ask(VISIONS)

    assert caplog.records == []


def test_what_comes_after_is_left_alone(ask, city, settings):
    settings.GRAPHQL_API_MAX_SECONDS = 0.1
    assert "errors" not in ask("{ visions { totalCount } }")

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.3)")


def test_another_cancellation_is_a_fault(ask, city, monkeypatch):
    canceled = "DO $$ BEGIN RAISE query_canceled; END $$"
    monkeypatch.setattr(listing, "fetch", lambda *args: reading.fetch(canceled, {}))

    answer = ask("{ visions { totalCount } }")
    assert answer["errors"][0]["extensions"]["code"] == "INTERNAL_ERROR"


def test_one_thread_watches_however_many_operations_there_are(ask, db):
    for _ in range(3):
        ask("{ site { name } }")

    assert [thread.name for thread in threading.enumerate()].count("deadlines") == 1
