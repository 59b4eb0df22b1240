"""Each type is submitted, translated and published, and the API answers in its language."""

from typing import Any

import pytest
from wagtail.models import Page

from tests.documents.conftest import differences, document_of
from tests.factories import SiteSettingsFactory
from tests.translation.content import in_english, said_in_english

# What to ask of each page type beside its words, and what it says in German and in English.
PAGES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "ProgrammePage": (
        "seo { title }",
        {"seo": {"title": "Wort seo_title"}},
        {"seo": {"title": "[Wort seo_title]"}},
    ),
    "VisionPage": (
        "scope motto qualities { title } actors { role }",
        {
            "scope": "CITY",
            "motto": "Wort motto",
            "qualities": [{"title": "Weltoffen"}],
            "actors": [{"role": "LEAD"}],
        },
        {"motto": "[Wort motto]", "qualities": [{"title": "[Weltoffen]"}]},
    ),
    "StagePage": (
        "kind startDate { iso } participationEvents { title address participantCount }",
        {
            "kind": "PARTICIPATION",
            "startDate": {"iso": "2021"},
            "participationEvents": [
                {"title": "Wort title", "address": "Heumarkt 14", "participantCount": 2391}
            ],
        },
        {
            "participationEvents": [
                {"title": "[Wort title]", "address": "Heumarkt 14", "participantCount": 2391}
            ]
        },
    ),
    "ProjectIndexPage": ("", {}, {}),
    "ProjectPage": (
        "participationLevel targetGroups visions { title } locations { label address }",
        {
            "participationLevel": "CONSULTATION",
            "targetGroups": "Wort target_groups",
            "visions": [{"title": "Köln 21"}],
            "locations": [{"label": "Am Dom", "address": "Domplatz"}],
        },
        {
            "targetGroups": "[Wort target_groups]",
            "locations": [{"label": "[Am Dom]", "address": "Domplatz"}],
        },
    ),
    "LeitbildHistoryPage": ("order", {"order": "DATE_ASC"}, {}),
    "LeitbildEntryPage": (
        "date { iso label } dateText sources { title url }",
        {
            "date": {"iso": "2009", "label": "2009"},
            "dateText": "Wort date_text",
            "sources": [{"title": "Bericht von 2009", "url": "https://example.org/bericht"}],
        },
        {
            "dateText": "[Wort date_text]",
            "sources": [{"title": "[Bericht von 2009]", "url": "https://example.org/bericht"}],
        },
    ),
}

QUERY = """query ($key: ID!, $fallback: Fallback!) {
  page(by: {translationKey: $key}, locale: "en", fallback: $fallback) {
    type title summary language { locale requested isFallback alternates { locale } }
    ... on %s { %s __typename }
  }
}"""


def answer(name: str, **differing: Any) -> dict[str, Any]:
    """Give the answer while there is German alone."""
    kind = name.removesuffix("Page")
    german = {
        "type": kind,
        "__typename": kind,
        "title": "Wort title",
        "summary": "Wort summary",
        "language": {
            "locale": "de",
            "requested": "en",
            "isFallback": True,
            "alternates": [{"locale": "de"}],
        },
        **PAGES[name][1],
    }
    return {"page": german | differing}


def assert_translated(source: Any, target: Any) -> None:
    """Compare all that two documents say: translated words, and facts as they are."""
    german, english = document_of(source), document_of(target)
    own = {name: english.data[name] for name in source.gathered("own") if name in english.data}
    if isinstance(source, Page):
        whole = {"completeness": 1.0, "outdated": False, "texts_left": 0, "words_left": 0}
        own["translation"] = whole
    assert english.data == said_in_english(source, german.data) | own
    assert (english.starts_on, english.ends_on) == (german.starts_on, german.ends_on)
    assert differences() == []


@pytest.mark.parametrize("name", PAGES)
def test_the_api_says_a_page_in_a_language_once_it_is_published_in_it(
    name, example, translator, ask
):
    source = example(name)
    query = QUERY % (name.removesuffix("Page"), PAGES[name][0])

    def asked(fallback: str) -> Any:
        return ask(query, key=str(source.translation_key), fallback=fallback)

    assert asked("CHAIN") == answer(name)
    assert asked("NONE") == {"page": None}

    translator.submit(source, "en")
    translator.write(source, "en", in_english)
    assert asked("CHAIN") == answer(name)
    assert asked("NONE") == {"page": None}

    translator.publish(source, "en")
    english = answer(
        name,
        title="[Wort title]",
        summary="[Wort summary]",
        language={
            "locale": "en",
            "requested": "en",
            "isFallback": False,
            "alternates": [{"locale": "de"}, {"locale": "en"}],
        },
        **PAGES[name][2],
    )
    assert asked("CHAIN") == english
    assert asked("NONE")["page"]["title"] == "[Wort title]"
    assert_translated(source, translator.target(source, "en"))


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("Strategy", "strategies"),
        ("StrategicGoal", "strategicGoals"),
        ("FieldOfAction", "fieldsOfAction"),
        ("District", "districts"),
        ("Actor", "actors"),
    ],
)
def test_the_api_says_a_term_in_a_language_once_it_is_published_in_it(
    name, root, example, translator, ask
):
    """T28: with the code of its source, which is unique in each language."""
    source = example(name)
    query = f'{{ {root}(locale: "en") {{ code name language {{ locale isFallback }} }} }}'

    def asked() -> Any:
        return next(term for term in ask(query)[root] if term["code"] == source.code)

    german = {
        "code": source.code,
        "name": "Wort name",
        "language": {"locale": "de", "isFallback": True},
    }
    assert asked() == german

    translator.submit(source, "en")
    translator.write(source, "en", in_english)
    assert asked() == german

    translator.publish(source, "en")
    assert asked() == {
        "code": source.code,
        "name": "[Wort name]",
        "language": {"locale": "en", "isFallback": False},
    }
    assert_translated(source, translator.target(source, "en"))


def test_a_contact_point_is_said_in_a_language_once_it_is_published_in_it(example, translator, ask):
    source = example("ContactPoint")
    SiteSettingsFactory(default_contact=source)
    query = """{ site { settings(locale: "en") { defaultContact { name phone address } } } }"""

    def asked() -> Any:
        return ask(query)["site"]["settings"]["defaultContact"]

    german = {"name": "Wort name", "phone": "0221 221-0", "address": "Domplatz"}
    translator.submit(source, "en")
    translator.write(source, "en", in_english)
    assert asked() == german

    translator.publish(source, "en")
    assert asked() == german | {"name": "[Wort name]"}
    assert_translated(source, translator.target(source, "en"))


def test_the_api_says_settings_in_a_language_once_they_are_published_in_it(
    example, translator, ask
):
    source = example("SiteSettings")
    query = """{ site { settings(locale: "en") {
      newsletterText newsletterUrl mainNavigation { label url children { label } } } } }"""
    german = {
        "newsletterText": "Wort newsletter_text",
        "newsletterUrl": "https://example.org/brief",
        "mainNavigation": [
            {"label": "Mehr", "url": "https://example.org/karte", "children": [{"label": "Karte"}]}
        ],
    }
    translator.submit(source, "en")
    translator.write(source, "en", in_english)
    assert ask(query) == {"site": {"settings": german}}

    translator.publish(source, "en")
    assert ask(query) == {
        "site": {
            "settings": {
                "newsletterText": "[Wort newsletter_text]",
                "newsletterUrl": "https://example.org/brief",
                "mainNavigation": [
                    {
                        "label": "[Mehr]",
                        "url": "https://example.org/karte",
                        "children": [{"label": "[Karte]"}],
                    }
                ],
            }
        }
    }
    assert_translated(source, translator.target(source, "en"))
