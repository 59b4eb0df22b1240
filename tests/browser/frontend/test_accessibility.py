"""For everybody: by keyboard, on a phone, enlarged, read aloud."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE
from tests.browser.frontend.conftest import translated

PATHS = [
    "/de/",
    "/de/koeln-21/",
    "/de/koeln-21/umfrage/",
    "/de/projekte/",
    "/de/projekte/garten-01/",
    "/de/leitbild-im-wandel/",
    "/de/leitbild-im-wandel/das-erste-leitbild-entsteht/",
    "/de/?search=garten",
    "/de/nichts/",
    "/tr/koeln-21/",
    "/ar/koeln-21/",
]


@pytest.fixture
def everything(city, full_body):
    """Show every block, and all of it from right to left too."""
    city.vision.refresh_from_db()
    return translated(city.vision, "ar", "كولونيا")


def findings(reader) -> list[str]:
    found = reader.evaluate("axe.run(document).then(({ violations }) => violations)")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


def test_axe_finds_nothing_and_nothing_scrolls_sideways_on_the_smallest_phone(everything, reader):
    found, widths = {}, {}
    for path in PATHS:
        reader.set_viewport_size({"width": 1280, "height": 800})
        reader.emulate_media(color_scheme="light")
        reader.goto(path)
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
        reader.evaluate(AXE)
        found[path, "light"] = findings(reader)
        reader.set_viewport_size({"width": 320, "height": 640})
        reader.emulate_media(color_scheme="dark")
        found[path, "dark, on a phone"] = findings(reader)
        widths[path] = reader.evaluate("document.documentElement.scrollWidth")

    assert {place: said for place, said in found.items() if said} == {}
    assert widths == dict.fromkeys(PATHS, 320)


def test_axe_would_find_something(city, reader):
    reader.goto("/de/")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    reader.evaluate(AXE)
    reader.evaluate("document.querySelector('.hero img').removeAttribute('alt')")

    assert [one.split(":")[0] for one in findings(reader)] == ["image-alt"]


def test_the_menu_of_a_phone_opens_by_keyboard(city, reader):
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto("/de/")
    link = reader.get_by_role("navigation", name="Hauptnavigation").get_by_role("link")
    button = reader.get_by_role("button", name="Menü")
    expect(button).to_be_visible()
    expect(link).to_have_count(0)

    button.press("Enter")

    expect(link).to_have_text(["Köln 21", "Projekte", "Leitbild im Wandel"])


def test_the_first_key_skips_to_the_content(city, reader):
    reader.goto("/de/")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("link", name="Zum Inhalt")).to_be_focused()

    reader.keyboard.press("Enter")

    # The fragment is a place in this page, and nothing to be asked for.
    reader.wait_for_load_state("networkidle")
    expect(reader.get_by_role("main")).to_be_focused()


def test_the_heading_takes_the_focus_on_the_next_page(city, reader):
    reader.goto("/de/")
    reader.get_by_role("navigation", name="Hauptnavigation").get_by_role("link").first.focus()

    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", name="Köln 21", level=1)).to_be_focused()
    reader.go_back()
    expect(reader.get_by_role("heading", name="Stadt der Zukunft", level=1)).to_be_focused()
