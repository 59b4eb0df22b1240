"""What the how-to pages show is what runs."""

import re
from pathlib import Path

from graphql_api import extending

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"^`(\S+)`:\n\n```\w+\n(.+?)\n```$", re.MULTILINE | re.DOTALL)


def shown(page: str) -> dict[str, str]:
    """Give the files that a page shows, by their names."""
    return dict(SHOWN.findall((ROOT / "docs/how-to" / page).read_text()))


def test_frontends_are_connected_as_the_conformance_tests_do():
    files = shown("connect-a-frontend.md")

    folder = ROOT / "tests/conformance/frontend"
    assert files == {name: (folder / name).read_text().rstrip() for name in files}
    assert len(files) == 5


def test_operations_are_registered_as_the_conformance_tests_do():
    files = shown("register-operations.md")

    folder = ROOT / "tests/conformance/frontend"
    assert files == {name: (folder / name).read_text().rstrip() for name in files}
    assert {*files} == {f"trusted/{path.name}" for path in (folder / "trusted").iterdir()}


def test_a_site_is_extended_as_the_host_project_is():
    files = shown("extend.md")

    folder = ROOT / "tests/host_project/project"
    assert files == {name: (folder / name).read_text().rstrip() for name in files}
    assert [*files] == ["blog/models.py", "blog/graphql_types.py"]


def test_every_kind_of_field_stands_in_the_page():
    page = (ROOT / "docs/how-to/extend.md").read_text()
    names = {name for name in extending.__all__ if name[0].islower()}

    assert [name for name in sorted(names) if f"`{name}" not in page] == []
