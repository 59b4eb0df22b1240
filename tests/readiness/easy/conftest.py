"""Texts of a page in Leichte Sprache that nobody has stored."""

from types import SimpleNamespace

import pytest
from django.db.models import TextField
from django.utils.translation import override
from wagtail.fields import RichTextField

from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.rules import RULES


@pytest.fixture
def said():
    """Give what the rules of Leichte Sprache say of texts, each in a field of its own."""

    def said(*texts, language="de-simple"):
        page = SimpleNamespace(locale=SimpleNamespace(language_code=language))
        contents = [
            Content(Place(str(number), (str(number),)), kind(text), text)
            for number, text in enumerate(texts)
        ]
        with override("de"):
            return [
                (str(spot.place), rule.said(spot))
                for rule in RULES
                if rule.spots.__module__.startswith("vision_pages.readiness.easy.")
                for spot in rule.spots(page, contents)
            ]

    return said


def kind(text):
    return RichTextField() if text.startswith("<") else TextField()
