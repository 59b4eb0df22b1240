"""A small public city, and answers with cache tags."""

from typing import Any

import pytest

from tests.api.conftest import city, db, home, shared_city, shared_db, statements

__all__ = ["city", "db", "home", "shared_city", "shared_db", "statements"]


@pytest.fixture
def tagged(settings: Any) -> None:
    """Have answers bear tags for Varnish."""
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
