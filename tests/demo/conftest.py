"""The demo as it is loaded, once for a module that asks for it."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.api.conftest import ask, db, shared_db

__all__ = ["ask", "db", "shared_db"]


@pytest.fixture(scope="module")
def demo(shared_db: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        call_command("load_demo", verbosity=0)
        yield
