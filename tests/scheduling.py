"""Which tests one worker runs after another, where several workers share them."""

from pathlib import PurePosixPath
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

# What takes longest for its number of tests, and would keep one worker busy after the others.
FIRST = ("tests/browser/admin", "tests/host_project", "tests/browser")
# What these share takes longer to make than they take.
TOGETHER = {"tests/demo/loaded"}


class Scheduling(LoadFileScheduling):
    """A file is for one worker, and so is a folder whose tests share something costly."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        folder = str(PurePosixPath(file).parent)
        return folder if folder in TOGETHER else file


def place(nodeid: str) -> int:
    return next((at for at, folder in enumerate(FIRST) if nodeid.startswith(folder)), len(FIRST))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Begin with what takes long, whatever the order of the rest."""
    items.sort(key=lambda item: place(item.nodeid))


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_make_scheduler(config: Any, log: Any) -> LoadFileScheduling:
    config.option.loadscopereorder = False  # xdist would begin with the files of many tests.
    return Scheduling(config, log)
