"""The locks: what is installed is named to the last bit, and where it came from isn't."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
PINNED = re.compile(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(lock: str) -> set[str]:
    lines = REQUIREMENTS.joinpath(lock).read_text().splitlines()
    return {line.split(" ")[0] for line in lines if PINNED.fullmatch(line)}


@pytest.mark.parametrize("lock", ["demo.txt", "dev.txt"])
def test_lock_holds_versions_and_hashes_alone(lock):
    lines = REQUIREMENTS.joinpath(lock).read_text().splitlines()

    assert [line for line in lines if not PINNED.fullmatch(line) and not HASH.fullmatch(line)] == []


def test_development_stands_on_the_very_packages_of_the_demo():
    assert pins("demo.txt") < pins("dev.txt")
