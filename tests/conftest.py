"""What every test stands on."""

from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache

from cms.catalogues import compile_catalogues

pytest_plugins = ["tests.database", "tests.scheduling"]


def pytest_configure() -> None:
    compile_catalogues(site_settings.LOCALE_PATHS[0])


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Forget what tests before have cached: their sites are rolled back, their paths are not."""
    cache.clear()


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    """Give each test a folder of its own for uploads."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
