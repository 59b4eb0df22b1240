"""References are read for the operation that waits for them, and for no other."""

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from graphql_api.documents.loading import Loader
from graphql_api.documents.reading import Moment
from graphql_api.turns import run

NOW = datetime(2026, 11, 27, tzinfo=UTC)
KEYS = [str(uuid4()) for _ in range(3)]


@pytest.fixture
def read(monkeypatch):
    """The keys of each statement."""
    read = []

    def note(self, requests):
        read.append(sorted(key for one in requests for key in one.values))
        return []

    monkeypatch.setattr(Loader, "read", note)
    return read


@pytest.fixture
def loader():
    return Loader(Moment(NOW, NOW.date(), "localhost"))


def test_what_an_operation_gave_up_is_not_read_by_the_next(loader, read):
    async def asking():
        loader.reference(KEYS[0], ("de",))

    run(asking())
    run(asyncio.sleep(0))

    assert read == []


def test_a_level_is_read_once_nobody_can_ask_for_more(loader, read):
    async def after(turns, key):
        for _ in range(turns):
            await asyncio.sleep(0)
        return await loader.found(key, ("de",))

    async def asking():
        await asyncio.gather(*(after(9 * turns, key) for turns, key in enumerate(KEYS)))
        await loader.found(str(uuid4()), ("de",))

    run(asking())

    assert [len(keys) for keys in read] == [3, 1]
