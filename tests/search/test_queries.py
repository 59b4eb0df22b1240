"""What is made of what somebody typed."""

import pytest

from graphql_api.documents.search.queries import MOST_WORDS, Phrase, parsed


def read(text: str, locale: str = "de") -> list:
    """Give the words of a query, and its phrases as lists of words."""
    return [
        [*part.words] if isinstance(part, Phrase) else part.readings[0][0].text
        for part in parsed(text, locale).parts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Köln 21", ["koln", "21"]),
        ("die Stadt und der Rhein", ["stadt", "rhein"]),
        ("wie und wo", ["wie", "und", "wo"]),
        ('"Köln und Bonn" Rhein', [["koln", "und", "bonn"], "rhein"]),
        ("„innovativ und digital“", [["innovativ", "und", "digital"]]),
        ('"offen', ["offen"]),
        ('"" „“ »Rat«', [["rat"]]),
        ("a & b | !c <-> d:* %_ \\ '", ["a", "b", "c", "d"]),
        ("\ud800 Köln\x00", ["koln"]),
        ("🙂 ?!", []),
        ("", []),
    ],
)
def test_a_query_is_words_and_phrases(text, expected):
    assert read(text) == expected


def test_a_long_query_is_cut():
    assert len(read("köln " * 40)) == MOST_WORDS
    assert read("bonn " + '"' + "köln " * 12 + '"') == ["bonn"]
    assert read("x" * 3000)[0] == "x" * 64


def test_expressions_quote_every_word():
    query = parsed("Häuser", "de")

    assert query.every("exact") == "(((('de:hauser'))))"
    assert query.every("related") == "(((('de:hauser' | 'de~haus' | 'de:haus' | 'de:hauser':*))))"
