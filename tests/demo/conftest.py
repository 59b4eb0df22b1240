"""The demo as it is loaded, once for each module."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.api.conftest import ask, db, shared_db

__all__ = ["ask", "db", "shared_db"]


@pytest.fixture(scope="module", autouse=True)
def demo(shared_db: None, tmp_path_factory: Any) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        call_command("load_demo", verbosity=0)
        yield
