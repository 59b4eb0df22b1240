"""The demo as it is loaded, once for all tests here: it takes as long as a hundred of them."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="package", autouse=True)
def demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), transaction.atomic(), media:
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)
