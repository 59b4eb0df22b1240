"""What Wagtail's panel does by itself, with a frontend on another origin."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.preview.conftest import edit
from tests.factories import ImageFactory


@pytest.fixture
def plain(city, frontend, elsewhere):
    """Have the frontend be one that is loaded anew at each change."""
    frontend.preview_address = f"{elsewhere}/plain{{path}}#preview={{token}}"
    frontend.save()
    return city.vision


def test_a_frontend_that_is_loaded_anew_keeps_its_place(plain, page: Page):
    shown = edit(page, plain.pk)
    page.query_selector("#w-preview-iframe").content_frame().evaluate("scrollTo(0, 700)")

    page.locator("#id_title").fill("Köln 22")
    expect(shown.locator("h1")).to_have_text("Köln 22", timeout=60_000)

    # Without an answer Wagtail waits ten seconds, and then forgets the place.
    frame = page.query_selector("#w-preview-iframe").content_frame()
    assert frame.evaluate("scrollY") == 700


@pytest.fixture
def faulty(city, frontend):
    """Call an image by the name of its file, in a page that has no other fault."""
    city.entry.hero_image, city.entry.hero_alt = ImageFactory(), "dom_01.jpg"
    city.entry.search_description = "Wie das Leitbild entstand."
    city.entry.save_revision(clean=False).publish()
    return city.entry


def test_the_content_checker_sees_what_the_frontend_shows(faulty, page: Page):
    shown = edit(page, faulty.pk)
    count = page.locator("[data-side-panel-toggle='checks'] [data-side-panel-toggle-counter]")

    expect(count).to_have_text("1", timeout=60_000)
    for size, width in (("mobile", 375), ("desktop", 1280)):
        page.locator(f"input[name='preview-size'][value='{size}']").check(force=True)
        assert shown.locator("html").evaluate("() => innerWidth") == pytest.approx(width, abs=20)
