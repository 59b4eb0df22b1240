"""The German of the apps: every message of the code has its translation, and no more."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir, extract_javascript
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[2]
APPS = ["vision_pages", "graphql_api"]
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/django.po"))

# The functions of gettext under Django's names, and which argument is what.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)s|%[sd]|\{\w*\}")

Message = tuple[str | None, str]


def template(fileobj, keywords, comment_tags, options):
    """Extract what templates say, the way Django's own makemessages reads them."""
    source = templatize(fileobj.read().decode()).encode()
    return extract_javascript(BytesIO(source), keywords, comment_tags, options)


def said() -> set[Message]:
    """Give context and text of every message in the code."""
    methods = [("**/migrations/**", "ignore"), ("**.py", "python"), ("**.html", template)]
    return {
        (context, text if isinstance(text, str) else text[0])
        for app in APPS
        for _, _, text, _, context in extract_from_dir(ROOT / app, methods, keywords=KEYWORDS)
    }


def translated(catalogue: Path) -> dict[Message, polib.POEntry]:
    return {
        (entry.msgctxt, entry.msgid): entry
        for entry in polib.pofile(str(catalogue))
        if entry.translated()
    }


def language(catalogue: Path) -> str:
    return catalogue.parts[-3]


def test_there_is_german():
    assert "de" in map(language, CATALOGUES)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_every_message_is_translated(catalogue):
    assert said() - translated(catalogue).keys() == set()


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_nothing_unsaid_is_translated_and_nothing_twice(catalogue):
    entries = polib.pofile(str(catalogue))
    assert Counter((entry.msgctxt, entry.msgid) for entry in entries) == Counter(said())


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_placeholders_survive_translation(catalogue):
    for entry in translated(catalogue).values():
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert set(PLACEHOLDER.findall(text)) <= set(
                PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)
            )
