"""Which tests one worker runs after another, where several workers share them."""

from pathlib import PurePosixPath
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

# What these share takes longer to make than they take.
TOGETHER = {"tests/demo/loaded"}


class Scheduling(LoadFileScheduling):
    """A file is for one worker, and so is a folder whose tests share something costly."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        folder = str(PurePosixPath(file).parent)
        return folder if folder in TOGETHER else file


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_make_scheduler(config: Any, log: Any) -> LoadFileScheduling:
    return Scheduling(config, log)
