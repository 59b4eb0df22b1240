"""Titles stand in the order of each language's dictionaries."""

import pytest

from graphql_api.documents.collation import sort_key


@pytest.mark.parametrize(
    ("locale", "titles"),
    [
        ("de", ["21", "Apfel", "Äpfel", "oben", "Öl", "Straße", "Straßenbahn", "Zebra", "„Zug“"]),
        ("de-simple", ["Apfel", "Äpfel", "Öl", "Zebra"]),
        ("fr", ["cote", "côté", "école", "ecolier", "œuvre", "zone"]),
        (
            "tr",
            ["cam", "çay", "dağ", "ılık", "Izmir", "ilik", "İzmir", "öğle", "su", "şal"],
        ),
        ("uk", ["21", "City", "гора", "ґанок", "еко", "євро", "ива", "іній", "їжак", "йод", "яма"]),
        ("ar", ["أحمد", "إدارة", "بيت", "مدني", "مدينة"]),
        ("sv", ["Apfel", "Äpfel", "Zebra"]),
    ],
)
def test_titles_are_in_order(locale, titles):
    mixed = list(reversed(titles))

    assert sorted(mixed, key=lambda title: sort_key(title, locale)) == titles


def test_spaces_come_before_letters_and_marks_say_nothing():
    assert sort_key("Köln 21", "de") < sort_key("Kölner Dom", "de")
    assert sort_key("„Köln“", "de").split("\x01")[0] == "koln"


def test_a_title_of_strange_letters_can_be_stored():
    assert sort_key("\x00\U0001f600", "de") == "\x01\U0001f600"
    assert sort_key("", "") == "\x01"
