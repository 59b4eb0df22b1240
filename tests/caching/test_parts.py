"""The parts of the cache: its bytes, who waits for whom, what is the same request."""

from dataclasses import dataclass
from threading import Barrier, Thread

import pytest

from graphql_api.caching import flights
from graphql_api.caching import store as store_module
from graphql_api.caching.flights import Flights
from graphql_api.caching.requests import asked
from graphql_api.caching.store import Store
from graphql_api.caching.version import Version
from tests.caching.conftest import environ, until

FIRST = Version(1, 1)


@dataclass(frozen=True)
class Kept:
    size: int
    version: Version = FIRST


@pytest.fixture(autouse=True)
def room(settings, monkeypatch):
    settings.GRAPHQL_API_CACHE_BYTES = 100
    monkeypatch.setattr(store_module, "LARGEST", 1)


def test_what_was_not_used_for_longest_makes_room():
    store = Store()
    store.put("a", Kept(40))
    store.put("b", Kept(40))
    store.get("a")
    store.put("c", Kept(30))

    assert [*store.entries] == ["a", "c"]
    assert store.weight == 70


def test_what_takes_more_than_there_is_room_is_not_kept():
    store = Store()
    store.put("a", Kept(60))
    store.put("b", Kept(101))
    assert [*store.entries] == ["a"]

    store.put("a", Kept(101))
    assert (store.entries, store.weight) == ({}, 0)


def test_an_older_version_never_replaces_a_newer_one():
    store = Store()
    new, old = Kept(10, Version(2, 3)), Kept(20, Version(1, 9))
    store.put("a", new)
    store.put("a", old)
    assert store.get("a") == new

    newer = Kept(30, Version(2, 4))
    store.put("a", newer)
    assert (store.get("a"), store.weight) == (newer, 30)


def test_what_would_take_the_place_of_many_is_not_kept(monkeypatch):
    monkeypatch.setattr(store_module, "LARGEST", 1 / 8)
    store = Store()
    store.put("a", Kept(12))
    store.put("b", Kept(13))

    assert [*store.entries] == ["a"]


def test_many_threads_leave_the_bytes_right(settings):
    settings.GRAPHQL_API_CACHE_BYTES = 500
    store = Store()

    def work(own):
        for number in range(2_000):
            store.put((number * own) % 37, Kept(10 + number % 50))
            store.get(number % 37)

    together(*(lambda own=own: work(own) for own in range(1, 7)))

    assert store.weight == sum(entry.size for entry in store.entries.values()) <= 500


def together(*functions):
    threads = [Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def flying():
    """Have 24 ask for one thing at once, when the one who computes it may go on."""
    common = Flights()
    computed, answers, ready = [], [], Barrier(24)

    def known():
        return computed[0] if computed and computed[0] else None

    def ask(compute):
        ready.wait()
        try:
            answers.append(common.once("key", known, compute))
        except ZeroDivisionError as error:
            answers.append(error)

    def fly(compute):
        together(*(lambda: ask(compute) for _ in range(24)))
        return computed, answers

    return computed, fly, common


def test_what_many_ask_for_at_once_is_computed_once(flying):
    computed, fly, common = flying

    def compute():
        until(lambda: common.flying)
        computed.append("answer")
        return "answer"

    fly(compute)

    assert computed == ["answer"]
    assert fly(compute)[1] == ["answer"] * 48
    assert computed == ["answer"]
    assert common.flying == {}


def test_who_waits_for_one_that_fails_computes_itself(flying):
    computed, fly, common = flying
    failed = []

    def compute():
        if not failed:
            failed.append(True)
            raise ZeroDivisionError
        computed.append("answer")
        return "answer"

    _computed, answers = fly(compute)

    assert [answer for answer in answers if answer != "answer"] == [
        answer for answer in answers if isinstance(answer, ZeroDivisionError)
    ]
    assert answers.count("answer") == 23
    assert common.flying == {}


def test_nobody_waits_for_ever(flying, monkeypatch):
    computed, fly, _common = flying
    monkeypatch.setattr(flights, "PATIENCE", 0.01)

    def compute():
        computed.append(None)
        until(lambda: len(computed) == 24)
        return "answer"

    assert fly(compute)[1] == ["answer"] * 24


def key(**given):
    found = asked(environ("{ a }", **given))
    return found and found.key


@pytest.mark.parametrize(
    "given",
    [
        {"method": "POST"},
        {"method": "OPTIONS"},
        {"Authorization": "Bearer x"},
        {"Authorization": ""},
        {"X_Preview_Token": "x"},
        {"Accept": "text/html"},
        {"Accept": "image/png"},
    ],
)
def test_what_concerns_one_alone_is_not_answered_from_the_cache(given):
    assert key(**given) is None


@pytest.mark.parametrize(
    "given",
    [
        {"method": "HEAD"},
        {"Accept": "application/json; charset=UTF-8"},
        {"Cookie": "sessionid=x"},
        {"If_None_Match": "x"},
        {"Accept_Language": "tr"},
        {"Accept_Encoding": "deflate, compress"},
        {"Accept_Encoding": "gzip;q=0, deflate"},
        {"Accept_Encoding": "gzip; q=0.00"},
    ],
)
def test_what_the_answer_does_not_depend_on_makes_no_other_request(given):
    assert key(**given) == key()


@pytest.mark.parametrize(
    "given",
    [
        {"path": "/graphql/o/x"},
        {"Host": "localhost"},
        {"Origin": "https://example.org"},
        {"X_Site": "example.org"},
        {"X_As_Of": "2026-01-01"},
        {"Accept": "application/graphql-response+json"},
        {"Accept_Encoding": "gzip"},
        {"Accept_Encoding": "deflate;q=1.0, GZIP;q=0.8"},
    ],
)
def test_what_the_answer_depends_on_makes_another_request(given):
    assert key(**given) not in {key(), None}


def test_the_header_of_a_proxy_makes_another_request(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_TLS", "on")

    assert len({key(), key(X_TLS="on"), key(X_TLS="off")}) == 3
