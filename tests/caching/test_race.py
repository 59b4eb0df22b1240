"""Readers and a publisher at the same time: nothing too old, nothing torn.

Publishes come in bursts, with silence behind each: the next one would hide that an answer of the
last but one is kept under the last version.
"""

from threading import Event, Thread
from time import sleep

import orjson
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections, transaction

from graphql_api.caching.wsgi import CachedApplication
from graphql_api.documents import listing, loading, reading
from tests.caching.conftest import environ, got, last_seq, until

READERS = 8
BURSTS, PUBLISHES = 6, 8
# Two statements: a list, then what is above its pages.
QUERY = "{ visions { nodes { title parent { title } } } }"
PUBLISH = """UPDATE graphql_api_document
SET data = jsonb_set(data, '{title}', to_jsonb(%(title)s::text)), content_hash = %(title)s
WHERE kind IN ('Vision', 'Programme')"""


@pytest.fixture
def slow(monkeypatch):
    """Leave time between two statements for a publish to come."""
    fetch, readable = reading.fetch, reading.readable

    def slow(function):
        def wrapper(*args, **options):
            found = function(*args, **options)
            sleep(0.002)
            return found

        return wrapper

    monkeypatch.setattr(listing, "fetch", slow(fetch))
    monkeypatch.setattr(loading, "readable", slow(readable))


def publish(number, published):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PUBLISH, {"title": str(number)})
    published[last_seq()] = number


def read(site, ended, seen):
    """Note of each answer which version was known before it was asked for, and what it says."""
    while not ended.is_set():
        before = site.version.current()
        answer = orjson.loads(got(site, environ(QUERY)).body)
        [vision] = answer["data"]["visions"]["nodes"]
        seen.append((before, vision["title"], vision["parent"]["title"]))
        sleep(0.001)
    connections.close_all()


def test_no_answer_is_older_than_the_version_known_nor_torn(city, version, slow):
    site = CachedApplication(WSGIHandler(), version)
    published, seen, ended = {}, [], Event()
    publish(0, published)
    until(lambda: version.current() == (1, last_seq()))
    readers = [Thread(target=read, args=[site, ended, seen]) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for burst in range(BURSTS):
        for number in range(PUBLISHES):
            publish(burst * PUBLISHES + number + 1, published)
            sleep(0.003)
        until(lambda: version.current() == (1, last_seq()))
        sleep(0.2)
    ended.set()
    for reader in readers:
        reader.join()

    assert len(published) == BURSTS * PUBLISHES + 1
    assert [one for one in seen if one[1] != one[2]] == []
    told = [(before.seq, int(title)) for before, title, _parent in seen if before]
    assert len(told) > BURSTS * READERS
    assert [(seq, title) for seq, title in told if title < published[newest(published, seq)]] == []
    assert last_seq() == max(published)
    assert site.store.weight < 100_000


def newest(published, seq):
    """Give the last version of which everything was visible at a number."""
    return max(one for one in published if one <= seq)
