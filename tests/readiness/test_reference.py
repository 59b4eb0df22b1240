"""The references name every warning and every hint, in the words that editors read."""

import re
from pathlib import Path

from django.utils.translation import override

from vision_pages.readiness.findings import RULES
from vision_pages.readiness.rules import Severity

FOLDER = Path(__file__).parents[2] / "docs/reference"
PAGES = (FOLDER / "publishing.md", FOLDER / "easy-language.md")
SHOWN = re.compile(r"^\| [^|]+ \| ([^|]+\.) \|$", re.MULTILINE)


def said(severity):
    with override("de"):
        return sorted(
            re.sub(r"%\(\w+\)s", "…", str(message))
            for rule in RULES
            if rule.severity is severity
            for message in rule.messages
        )


def test_warnings_and_hints_are_those_of_the_references():
    warned, hinted = [], []
    for page in PAGES:
        _before, rest = page.read_text().split("## Warned of")
        first, second = rest.split("## Hinted at")
        warned += SHOWN.findall(first)
        hinted += SHOWN.findall(second)

    assert sorted(warned) == said(Severity.WARNING)
    assert sorted(hinted) == said(Severity.HINT)
