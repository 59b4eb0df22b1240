"""The reference frontend has a word for whatever it says, in each of its languages."""

import re

import pytest
from graphql import GraphQLEnumType, build_schema

from cms.settings.dev import FRONTEND
from tests.schema_file import SCHEMA_FILE

SAID = ["AttendanceMode", "CouncilDecisionOutcome", "NoticeTone", "ParticipationEventState"]
SAID += ["ParticipationLevel", "Role", "Scope", "StageKind", "Status"]
SCHEMA = build_schema(SCHEMA_FILE.read_text())


def words(language: str) -> set[str]:
    text = FRONTEND.joinpath("words", f"{language}.js").read_text()
    return set(re.findall(r"^  (\w+):", text, flags=re.MULTILINE))


def asked_for() -> set[str]:
    modules = [path.read_text() for path in FRONTEND.rglob("*.js")]
    return {key for text in modules for key in re.findall(r'\b(?:say|word)\("(\w+)"', text)}


LANGUAGES = ["arabic", "english", "french", "turkish", "ukrainian"]
# What Intl.PluralRules tells apart; the number itself may be left out where the word says it.
PLURALS = {
    "arabic": ["zero", "one", "two", "few", "many", "other"],
    "english": ["one", "other"],
    "french": ["one", "many", "other"],
    "german": ["one", "other"],
    "turkish": ["one", "other"],
    "ukrainian": ["one", "few", "many", "other"],
}


def texts(language: str) -> dict[str, str]:
    """Give what stands behind each word: its text, or its texts for several numbers."""
    text = FRONTEND.joinpath("words", f"{language}.js").read_text()
    dictionary = text.split("\n};")[0]
    return dict(
        re.findall(r"^  (\w+):\s+(.+?),\n(?=  \w|$)", f"{dictionary}\n", re.MULTILINE | re.DOTALL)
    )


def counted(language: str) -> dict[str, str]:
    return {key: text for key, text in texts(language).items() if text.startswith("{")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_words(language):
    assert words(language) == words("german")
    assert texts(language).keys() == words(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_the_same_places_for_values(language):
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    german = texts("german")
    found = texts(language)
    assert {key: places(text) for key, text in found.items()} == {
        key: places(text) for key, text in german.items()
    }


@pytest.mark.parametrize("language", PLURALS)
def test_what_is_counted_has_a_word_for_every_number(language):
    assert counted(language).keys() == counted("german").keys() != set()
    for text in counted(language).values():
        assert re.findall(r"(\w+): \"", text) == PLURALS[language]


def test_every_word_that_is_asked_for_is_there():
    assert len(asked_for()) > 50
    assert asked_for() - words("english") == set()


@pytest.mark.parametrize("name", SAID)
def test_every_value_has_its_word(name):
    values = SCHEMA.type_map[name]
    assert isinstance(values, GraphQLEnumType)

    assert set(values.values) - words("english") == set()


def test_every_type_of_page_has_its_word():
    pages = SCHEMA.get_possible_types(SCHEMA.type_map["Page"])

    assert {page.name for page in pages} - words("english") == set()
