"""Languages: what is served, what was asked for, what there is."""

from datetime import date

import pytest
from wagtail.models import Locale

from vision_pages.models import Release

VISION = """query($key: ID!, $locale: LocaleCode, $fallback: Fallback! = CHAIN) {
  vision(by: {translationKey: $key}, locale: $locale, fallback: $fallback) { title language {
    locale requested tag dir isFallback completeness outdated machineTranslated reviewedAt
    textsLeft wordsLeft easyLanguage { label testedOn people }
    alternates { locale tag path title easyLanguage { label testedOn people } } } } }"""
UNTESTED = {"label": "Einfache Sprache, noch nicht geprüft", "testedOn": None, "people": None}
TESTED = {"label": "Leichte Sprache", "testedOn": "2026-11-20", "people": 5}


def translated(page, code, title):
    locale = Locale.objects.get_or_create(language_code=code)[0]
    translation = page.copy_for_translation(locale, copy_parents=True)
    translation.title, translation.slug = title, title.lower()
    translation.save_revision().publish()
    return translation


@pytest.fixture
def arabic(city):
    return translated(city.vision, "ar", "Kulunia")


def test_a_language_written_from_right_to_left(ask, city, arabic, statements):
    answer = ask(VISION, key=str(city.vision.translation_key), locale="ar")["data"]["vision"]

    alternates = answer["language"].pop("alternates")
    assert answer == {
        "title": "Kulunia",
        "language": {
            "locale": "ar",
            "requested": "ar",
            "tag": "ar",
            "dir": "RTL",
            "isFallback": False,
            "completeness": None,
            "outdated": False,
            "machineTranslated": False,
            "reviewedAt": None,
            "textsLeft": None,
            "wordsLeft": None,
            "easyLanguage": None,
        },
    }
    assert [(one["locale"], one["tag"], one["title"]) for one in alternates] == [
        ("de", "de", "Köln 21"),
        ("ar", "ar", "Kulunia"),
    ]
    assert [one["path"][:4] for one in alternates] == ["/de/", "/ar/"]
    assert len(statements) == 2


@pytest.mark.parametrize("tested", [False, True])
def test_leichte_sprache_is_called_so_once_it_was_tested(ask, city, statements, tested):
    easy = translated(city.vision, "de-simple", "Leicht")
    if tested:
        release = Release.objects.get(page=easy)
        release.tested_on, release.tested_people = date(2026, 11, 20), 5
        release.save()
    statements.clear()

    language = ask(VISION, key=str(city.vision.translation_key), locale="de-simple")["data"][
        "vision"
    ]["language"]

    said = TESTED if tested else UNTESTED
    assert language["easyLanguage"] == said
    assert [one["easyLanguage"] for one in language["alternates"]] == [None, said]
    assert len(statements) == 2


@pytest.mark.parametrize(
    ("locale", "fallback", "served"),
    [
        ("uk", "CHAIN", ("de", True)),
        ("uk", "NONE", None),
        ("de", "NONE", ("de", False)),
        (None, "CHAIN", ("de", False)),
        ("ar", "NONE", ("ar", False)),
    ],
)
def test_what_is_served_says_whether_it_was_asked_for(ask, city, arabic, locale, fallback, served):
    key = str(city.vision.translation_key)

    answer = ask(VISION, key=key, locale=locale, fallback=fallback)["data"]["vision"]

    language = answer and answer["language"]
    assert (language and (language["locale"], language["isFallback"])) == served


def test_the_chain_of_a_language_is_followed_in_its_order(ask, city, settings):
    settings.GRAPHQL_API_FALLBACKS = {"uk": ["en", "de"]}
    translated(city.vision, "en", "Cologne")

    answer = ask(VISION, key=str(city.vision.translation_key), locale="uk")["data"]["vision"]

    assert answer["title"] == "Cologne"
    assert answer["language"]["requested"] == "uk"


def test_a_language_that_the_settings_lost_is_no_alternate(ask, city, arabic, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("en", "English")]

    answer = ask(VISION, key=str(city.vision.translation_key))["data"]["vision"]

    assert [one["locale"] for one in answer["language"]["alternates"]] == ["de"]
