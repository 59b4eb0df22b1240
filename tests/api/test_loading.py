"""References are read for the operation that waits for them, and for no other."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from graphql_api.context import run
from graphql_api.documents.loading import PATIENCE, Loader
from graphql_api.documents.reading import Moment

NOW = datetime(2026, 11, 27, tzinfo=UTC)


async def nothing() -> None:
    """Stand for an operation that does not wait for what it asked for."""


@pytest.mark.parametrize("is_over", [False, True])
def test_what_an_operation_gave_up_is_not_read_by_the_next(is_over, monkeypatch):
    read: list[Any] = []
    monkeypatch.setattr(Loader, "read", lambda self, requests: read.append(requests) or [])
    loader = Loader(Moment(NOW, NOW.date(), "localhost"))

    async def asking() -> None:
        loader.reference(str(uuid4()), ("de",))

    run(asking())
    if is_over:
        loader.end()
    for _ in range(PATIENCE + 2):
        run(nothing())
    assert len(read) == (0 if is_over else 1)
