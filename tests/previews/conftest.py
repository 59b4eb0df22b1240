"""The city that the tests of the API ask about."""

import pytest

from graphql_api.frontends.models import Frontend
from tests.api.conftest import (
    ask,
    city,
    db,
    english,
    home,
    shared_city,
    shared_db,
    statements,
    unlimited,
)
from tests.previews.leading import ADDRESS

__all__ = [
    "ask",
    "city",
    "db",
    "english",
    "home",
    "shared_city",
    "shared_db",
    "statements",
    "unlimited",
]


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(
        name="Stadt", base_address="https://www.stadt.example", preview_address=ADDRESS
    )
