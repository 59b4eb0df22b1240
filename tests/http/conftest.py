"""The city that the tests of the API ask about, and requests as clients send them."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from django.http import HttpResponse
from django.test import Client

from tests.api.conftest import ask, city, db, home, shared_city, shared_db, statements

__all__ = ["ask", "city", "db", "home", "shared_city", "shared_db", "statements"]

Send = Callable[..., HttpResponse]


@pytest.fixture
def post(client: Client) -> Send:
    """Post a body, an object as JSON and bytes as they are."""

    def post(body: Any, content_type: str = "application/json", **headers: str) -> Any:
        data = body if isinstance(body, bytes) else orjson.dumps(body)
        return client.generic("POST", "/graphql/", data, content_type, headers=headers)

    return post


@pytest.fixture
def get(client: Client) -> Send:
    """Ask by address."""

    def get(accept: str = "*/*", **parameters: str) -> Any:
        return client.get("/graphql/", parameters, headers={"Accept": accept})

    return get
