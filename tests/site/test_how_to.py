"""What the how-to pages show is what runs."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"^`(\S+)`:\n\n```\w+\n(.+?)\n```$", re.MULTILINE | re.DOTALL)


def test_frontends_are_connected_as_the_conformance_tests_do():
    page = (ROOT / "docs/how-to/connect-a-frontend.md").read_text()
    shown = dict(SHOWN.findall(page))

    folder = ROOT / "tests/conformance/frontend"
    assert shown == {name: (folder / name).read_text().rstrip() for name in shown}
    assert len(shown) == 5
