"""What every test stands on."""

from pathlib import Path

import pytest
from django.conf import settings as site_settings

from cms.catalogues import compile_catalogues

pytest_plugins = ["tests.database"]


def pytest_configure() -> None:
    compile_catalogues(site_settings.LOCALE_PATHS[0])


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    """Give each test a folder of its own for uploads."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
