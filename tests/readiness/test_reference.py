"""The reference names every warning, in the words that editors read."""

import re
from pathlib import Path

from django.utils.translation import override

from vision_pages.readiness.findings import RULES

PAGE = Path(__file__).parents[2] / "docs/reference/publishing.md"
SHOWN = re.compile(r"^\| [^|]+ \| ([^|]+\.) \|$", re.MULTILINE)


def test_warnings_are_those_of_the_reference():
    _refused, warned = PAGE.read_text().split("## Warned of")
    with override("de"):
        said = [re.sub(r"%\(\w+\)s", "…", str(rule.message)) for rule in RULES]

    assert sorted(SHOWN.findall(warned)) == sorted(said)
