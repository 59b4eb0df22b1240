"""A flood of questions to real processes, while an editor publishes.

Seconds of it here; how fast it is tells `python -m benchmarks.flood`, which takes half a minute.
"""

import pytest

from benchmarks.flooding import flood
from benchmarks.processes import granian, processes
from graphql_api.caching.version import LEASE

SECONDS = 6
CONNECTIONS = 64
# How long a machine that has other work may leave a process waiting.
PATIENCE = 4.0
ROOM = 30_000_000  # bytes: a leak of a kilobyte with each answer takes more


@pytest.fixture
def site(city):
    with processes(2, granian(2, 2)) as site:
        yield site


def test_many_who_ask_while_something_is_published_get_no_error_and_nothing_old(city, site):
    found = flood(site, city.vision, SECONDS, CONNECTIONS)

    assert found.errors == {}
    assert len(found.seen) == 2
    assert len(found.commits) > 1
    assert len(found.times) > 10 * CONNECTIONS
    assert max(found.stale()) < LEASE + PATIENCE
    assert max(found.visible()) < LEASE + PATIENCE
    assert found.grown() < ROOM
