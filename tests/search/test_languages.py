"""What counts as the same word in each language."""

import pytest

from graphql_api.documents.search.analysis import stem, words
from graphql_api.documents.search.languages import language
from graphql_api.documents.search.tokens import tokens


def forms(text: str, locale: str) -> list[set[str]]:
    """Give the words of each token of a text."""
    return [words(token.text, language(locale)) for token in tokens(text)]


def stems(text: str, locale: str) -> set[str]:
    rules = language(locale)
    return {stem(word, rules) for found in forms(text, locale) for word in found}


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "Müll-Abfuhr", [{"mullabfuhr", "mull", "abfuhr"}]),
        ("de", "Müll·abfuhr", [{"mullabfuhr", "mull", "abfuhr"}]),
        ("de", "Bürger*innen", [{"burgerinnen", "burger"}]),
        ("de", "Bürger:innen BürgerInnen", [{"burgerinnen", "burger"}, {"burgerinnen"}]),
        ("de", "R(h)einkultur", [{"rheinkultur", "reinkultur"}]),
        ("de", "Vision(en) f(1)", [{"vision", "visionen"}, {"f"}, {"1"}]),
        ("de", "Häuser haeuser HÄUSER", [{"hauser"}] * 3),
        ("de", "Straße STRASSE", [{"strasse"}] * 2),
        ("de", "Ha\u0308user Ver\u00adwaltung", [{"hauser"}, {"verwaltung"}]),
        ("de", "Ver\u200bwaltung", [{"verwaltung"}]),
        ("de", "Quelle Steuer bauen Israel", [{"quelle"}, {"steuer"}, {"bauen"}, {"isral"}]),
        ("de", "Köln, 21.", [{"koln"}, {"21"}]),
        ("en", "city's cities’ don't", [{"city"}, {"cities"}, {"dont", "don"}]),
        ("fr", "l'avenir qu’elle", [{"avenir"}, {"elle"}]),
        ("fr", "aujourd'hui", [{"aujourdhui", "aujourd", "hui"}]),
        ("fr", "forêt œuvre", [{"foret"}, {"oeuvre"}]),
        ("tr", "ISTANBUL İstanbul ışık", [{"istanbul"}, {"istanbul"}, {"isik"}]),
        ("tr", "İstanbul'da", [{"istanbul", "istanbulda"}]),
        ("uk", "пам'ять пам’ять память здоровʼя", [*[{"память"}] * 3, {"здоровя"}]),
        ("uk", "ґанок їжа район", [{"ганок"}, {"їжа"}, {"район"}]),
        ("ar", "إِدَارَة بيئه بيئة مـدينة ٢٠٢٥", [{"اداره"}, {"بييه"}, {"بييه"}, {"مدينه"}, {"2025"}]),
        ("xx", "Ñandú Łódź", [{"nandu"}, {"lodz"}]),
    ],
)
def test_spellings_meet(locale, text, expected):
    assert forms(text, locale) == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Haus Häuser Häusern"),
        ("de-simple", "Stadt Städte"),
        ("en", "strategy strategies"),
        ("fr", "stratégie stratégies"),
        ("tr", "belediye belediyesi belediyeler belediyelerin"),
        ("tr", "ırmak ırmaklar ırmağı"),
        ("uk", "місто міста місті містами"),
        ("uk", "громадянин громадяни громадян громадянам"),
        ("uk", "стратегія стратегії стратегій"),
        ("ar", "مدينة المدينة والمدينة"),
        ("ar", "خدمة خدمات الخدمات"),
        ("ar", "مواطن مواطنون المواطنين للمواطنين"),
        ("es", "calle calles"),
    ],
)
def test_forms_of_a_word_share_their_stem(locale, text):
    assert len(stems(text, locale)) == 1


def test_a_text_that_is_all_letters_and_brackets_is_read_in_time():
    text = "a(" + "b" * 100_000 + "ـ" * 50_000 + "-b" * 10_000
    assert sum(len(token.text) for token in tokens(text)) > 100_000
