"""What a reader finds at the addresses of pages."""

import re

import pytest
from playwright.sync_api import expect

from graphql_api.documents import registry
from vision_pages import blocks


def test_the_entrance_shows_visions_and_what_is_open(city, reader):
    reader.goto("/")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Stadt der Zukunft")
    expect(reader).to_have_url("/de/")
    expect(reader).to_have_title("Stadt der Zukunft")
    open_now = reader.get_by_role("region", name="Jetzt mitmachen")
    expect(open_now).to_contain_text("Drei Mottos")
    expect(open_now.get_by_role("link", name="Teilnehmen")).to_be_visible()
    expect(reader.get_by_role("contentinfo")).to_contain_text("Stadt Köln")


def test_an_image_comes_in_the_sizes_of_its_place(city, reader):
    reader.goto("/de/")

    image = reader.locator(".hero picture")
    expect(image.locator("source").first).to_have_attribute("type", "image/avif")
    expect(image.locator("source").first).to_have_attribute("srcset", re.compile(r"\.avif 100w$"))
    assert image.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_a_vision_shows_its_way(city, reader):
    reader.goto("/de/koeln-21/")

    way = reader.get_by_role("region", name="Der Weg")
    expect(way.get_by_role("listitem")).to_have_count(2)
    here = way.locator("[aria-current=step]")
    expect(here).to_contain_text("Umfrage")
    expect(here).to_contain_text("Läuft")
    expect(reader.get_by_text("Köln kann mehr")).to_be_visible()
    current = reader.get_by_role("navigation", name="Hauptnavigation").locator("[aria-current]")
    expect(current).to_have_text("Köln 21")
    way_here = reader.get_by_role("navigation", name="Sie sind hier")
    expect(way_here.get_by_role("listitem")).to_have_text(["Stadt der Zukunft", "Köln 21"])


def test_the_history_says_how_exactly_a_date_is_known(city, reader):
    reader.goto("/de/leitbild-im-wandel/")

    expect(reader.locator(".year h2")).to_have_text(["2009", "2021"])
    first, last = reader.locator(".entry").all()
    expect(first.locator("time")).to_have_text("2009")
    expect(first).to_contain_text("auf das Jahr genau")
    expect(last.locator("time")).to_have_text("14. Dezember 2021")
    expect(last).to_contain_text("Wendepunkt")


def test_the_history_says_what_holds_today_and_what_has_changed(city, reader):
    reader.goto("/de/leitbild-im-wandel/")

    today = reader.get_by_role("region", name="Was heute gilt")
    expect(today).to_contain_text("Köln ist eine offene Stadt.")
    expect(today).to_contain_text("seit 14. Dezember 2021")
    today.get_by_text(
        "Was sich gegenüber „Das erste Leitbild entsteht“ (2009) geändert hat"
    ).click()
    expect(today.get_by_role("insertion")).to_have_text("offene")


def test_one_leafs_through_the_history(city, reader):
    reader.goto("/de/leitbild-im-wandel/das-erste-leitbild-entsteht/")
    through = reader.get_by_role("navigation", name="In der Geschichte blättern")
    expect(through.get_by_role("link")).to_have_text(["Der Rat beschließt"])
    expect(through.get_by_role("listitem")).to_contain_text("14. Dezember 2021")

    through.get_by_role("link").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("Der Rat beschließt")
    expect(through.get_by_role("link")).to_have_text(["Das erste Leitbild entsteht"])


def test_every_block_is_shown(full_body, reader):
    reader.goto("/de/koeln-21/")

    expect(reader.locator("article > .block, article > .tiles > .block")).to_have_count(15)
    article = reader.get_by_role("article")
    expect(article.locator("strong", has_text="Text")).to_be_visible()
    expect(article.get_by_role("img", name="Ein Dom")).to_be_visible()
    table = article.get_by_role("table", name="Zahlen")
    expect(table.get_by_role("columnheader")).to_have_text("Jahr")
    expect(article.get_by_role("complementary", name="Achtung")).to_contain_text("Neu")
    expect(article.get_by_role("link", name="dort")).to_have_count(2)
    for said in ["Ziele", "Gesagt", "Orte", "Offen", "Wer?", "Bericht", "Film", "Amt", "Mit"]:
        expect(article.get_by_text(said, exact=False).first).to_be_visible()


@pytest.fixture
def unknown_block(city, monkeypatch):
    known = {block: kind for block, kind in registry._blocks.items() if block != blocks.QuoteBlock}
    monkeypatch.setattr(registry, "_blocks", known)
    city.vision.body = [("quote", {"text": "Trotzdem gesagt", "person": "", "role": ""})]
    city.vision.save_revision(clean=False).publish()


def test_a_block_of_an_unknown_type_is_shown_as_what_it_holds(unknown_block, reader):
    reader.goto("/de/koeln-21/")

    expect(reader.get_by_text("Trotzdem gesagt")).to_be_visible()


@pytest.fixture
def renamed(city):
    city.vision.slug = "stadtvision"
    city.vision.save_revision().publish()


def test_an_old_address_leads_to_the_new_one(renamed, reader):
    reader.goto("/de/koeln-21/")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Köln 21")
    expect(reader).to_have_url("/de/stadtvision/")


@pytest.fixture
def withdrawn(city):
    city.vision.unpublish()


def test_a_page_that_is_gone_is_said_to_be(withdrawn, reader):
    reader.goto("/de/koeln-21/")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht mehr")
    expect(reader.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_an_address_of_nothing_is_said_to_be(city, reader):
    reader.goto("/de/nichts/")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
    reader.get_by_role("link", name="Zur Startseite").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Stadt der Zukunft")


def test_an_api_that_fails_is_asked_again(city, page):
    page.route("**/graphql/", lambda route: route.fulfill(status=500, body="{}"))
    page.goto("/de/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Das hat nicht geklappt")

    page.unroute("**/graphql/")
    page.get_by_role("button", name="Noch einmal versuchen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Stadt der Zukunft")
