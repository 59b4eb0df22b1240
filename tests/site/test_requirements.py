"""The locks: what is installed is named to the last bit, and where it came from isn't."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = [
    "requirements/demo.txt",
    "requirements/dev.txt",
    *(str(path.relative_to(ROOT)) for path in ROOT.glob("benchmarks/contenders/*/*.txt")),
]
NPM_LOCKS = ["graphiql", "tests/conformance", "benchmarks/contenders/postgraphile"]
PINNED = re.compile(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(lock: str) -> set[str]:
    lines = ROOT.joinpath(lock).read_text().splitlines()
    return {line.split(" ")[0] for line in lines if PINNED.fullmatch(line)}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_versions_and_hashes_alone(lock):
    lines = ROOT.joinpath(lock).read_text().splitlines()

    assert [line for line in lines if not PINNED.fullmatch(line) and not HASH.fullmatch(line)] == []


@pytest.mark.parametrize("folder", NPM_LOCKS)
def test_npm_lock_names_no_host_to_fetch_from(folder):
    packages = json.loads((ROOT / folder / "package-lock.json").read_text())["packages"].values()

    assert [one for one in packages if "resolved" in one] == []
    assert all("integrity" in one for one in packages if "version" in one)


def test_contenders_are_locked_too():
    assert "benchmarks/contenders/grapple/requirements.txt" in LOCKS


def test_development_stands_on_the_very_packages_of_the_demo():
    assert pins(LOCKS[0]) < pins(LOCKS[1])
