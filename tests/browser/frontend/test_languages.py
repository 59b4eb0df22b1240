"""Pages in other languages: chosen, missing, from right to left."""

import pytest
from playwright.sync_api import expect

from tests.browser.frontend.conftest import translated


@pytest.fixture
def english(city):
    return translated(city.programme, "en", "City of the Future")


@pytest.fixture
def arabic(city):
    return translated(city.vision, "ar", "كولونيا")


def test_a_reader_chooses_another_language(english, reader):
    reader.goto("/de/")
    reader.get_by_role("navigation", name="Sprachen").get_by_role("link", name="English").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("City of the Future")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    chosen = reader.get_by_role("navigation", name="Languages").locator("[aria-current]")
    expect(chosen).to_have_text("English")
    expect(reader.get_by_role("button", name="Search")).to_be_visible()


def test_a_page_that_is_missing_in_a_language_is_shown_in_another_and_says_so(english, reader):
    reader.goto("/en/koeln-21/")

    expect(reader.get_by_role("note")).to_have_text(
        "This page is not available in “English” yet. You are reading it in “Deutsch”."
    )
    expect(reader.get_by_role("heading", level=1)).to_have_text("Köln 21")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.get_by_role("article")).to_have_attribute("lang", "de")
    expect(reader.locator("article .kicker span").first).to_have_attribute("lang", "en")


def test_a_reader_stays_in_the_language_where_a_page_is_missing_in_it(english, reader):
    reader.goto("/en/")
    navigation = reader.get_by_role("navigation", name="Main navigation")
    navigation.get_by_role("link", name="Köln 21").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Köln 21")
    expect(reader).to_have_url("/en/koeln-21/")
    expect(reader.get_by_role("note")).to_contain_text("not available in “English”")
    expect(navigation.locator("[aria-current=page]")).to_have_text("Köln 21")
    expect(navigation.locator("[aria-current=page]")).to_have_attribute("lang", "de")


def test_arabic_is_read_from_right_to_left(arabic, reader):
    reader.goto("/ar/koeln-21/")

    expect(reader.get_by_role("heading", level=1)).to_have_text("كولونيا")
    expect(reader.locator("html")).to_have_attribute("dir", "rtl")
    expect(reader.get_by_role("article")).to_have_attribute("dir", "rtl")
    name = reader.locator(".site-name").bounding_box()
    assert name["x"] + name["width"] > 900
    expect(reader.locator(".skip span")).to_have_attribute("lang", "ar")


def test_leichte_sprache_is_one_of_the_languages(city, easy, reader):
    reader.goto("/de/")
    reader.get_by_role("link", name="Leichte Sprache").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Die Stadt von morgen")
    expect(reader.get_by_role("region", name="Hier können Sie jetzt mitmachen")).to_be_visible()


@pytest.fixture
def easy(city):
    return translated(city.programme, "de-simple", "Die Stadt von morgen")
