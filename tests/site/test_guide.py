"""The German guide names what is in the admin as the admin does."""

import re
from pathlib import Path

import polib
import wagtail
import wagtail_localize

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/how-to/uebersetzen.md"
NAME = re.compile(r"\*\*(.+?)\*\*")


def said_in_german() -> set[str]:
    """Give the German words of the apps, of Wagtail and of wagtail-localize."""
    packages = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
    catalogues = [ROOT / "locale/de/LC_MESSAGES/django.po"]
    for package in packages:
        catalogues.extend(package.rglob("locale/de/LC_MESSAGES/*.po"))
    return {entry.msgstr for path in catalogues for entry in polib.pofile(str(path))}


def test_its_names_are_those_of_the_admin():
    named = {*NAME.findall(GUIDE.read_text(encoding="utf-8"))}

    assert named
    assert named - said_in_german() == set()
