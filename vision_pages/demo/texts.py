"""The texts of the demo: TOML in the source language, PO for the translations."""

import tomllib
from pathlib import Path
from typing import Any

import polib

FOLDER = Path(__file__).parent


def content(name: str) -> dict[str, Any]:
    """Read a file of content, as its fields' names and values."""
    return tomllib.loads((FOLDER / "content" / f"{name}.toml").read_text(encoding="utf-8"))


def translations(language: str) -> dict[str, str]:
    """Read what texts are called in another language: segments as wagtail-localize cuts them."""
    path = FOLDER / "content" / f"{language}.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if entry.msgstr}
