"""The dashboard and the reports in a real browser: read by axe, on a phone, by keyboard."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.axe import AXE
from tests.browser.test_editor import log_in
from tests.factories import ParticipationEventFactory, StageFactory
from vision_pages.overview.checking import check, mark_all

expect.set_options(timeout=15_000)

# What is ours on a page; the rest is Wagtail's.
OURS = {
    "/admin/": ".w-dashboard .w-panel",
    "/admin/reports/initiatives/": "#listing-results",
    "/admin/reports/initiatives/timeline/": "#listing-results",
    "/admin/reports/care/": "#listing-results",
    "/admin/reports/translations/": "#listing-results",
    "/admin/reports/start/": "#listing-results",
}


@pytest.fixture
def city(editor, vision):
    """Give the vision stages in every state, something open, and something to care for."""
    today = timezone.localdate()
    StageFactory(parent=vision, title="Auftrag", start_date="2020-10", end_date="2020-10")
    for status in ("paused", "discontinued"):
        note = {"status_override": status, "status_note": "Darum."}
        StageFactory(parent=vision, title=status, start_date="2021", end_date="2022", **note)
    running = StageFactory(parent=vision, title="Umfrage", start_date="2021-04-06")
    ParticipationEventFactory(
        page=running, title="Drei Mottos", ends_at=timezone.now() + timedelta(days=2)
    )
    StageFactory(parent=vision, title="Bald", start_date=str(today + timedelta(days=3)))
    vision.review_on = today - timedelta(days=1)
    vision.body = [("link", {"link": {"label": "hier", "url": "https://example.org/"}})]
    vision.save_revision().publish()
    mark_all()
    check()
    return vision


def findings(page: Page, ours: str) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        "ours => axe.run({ include: [ours] }).then(({ violations }) => violations)", ours
    )
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


def test_axe_finds_nothing_in_light_and_dark(city, page):
    log_in(page)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for address, ours in OURS.items():
            page.goto(address)
            expect(page.locator(ours).first).to_be_visible()
            found[scheme, address] = findings(page, ours)

    assert found == {(scheme, address): [] for scheme in ("light", "dark") for address in OURS}


def test_the_reports_are_for_phones_and_keyboards_too(city, page):
    log_in(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for address in OURS:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    # The drawing is moved by itself, by keyboard too.
    page.goto("/admin/reports/initiatives/timeline/")
    drawing = page.get_by_role("region", name="Zeitleiste")
    drawing.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(drawing).to_have_js_property("scrollTop", 0)
    page.wait_for_function("document.querySelector('.vision-pages-scroll').scrollLeft > 0")

    # From the dashboard by the menu to a finding, and to its field.
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/admin/")
    page.get_by_role("button", name="Berichte").press("Enter")
    page.get_by_role("link", name="Pflegebedarf").press("Enter")
    page.get_by_role("link", name="Nichtssagende Links: 1").press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("row", name="hier").get_by_role("link").press("Enter")
    expect(page.get_by_role("textbox", name="Linktext")).to_be_visible()


def test_the_timeline_prints_on_a_sheet(city, page):
    log_in(page)
    page.goto("/admin/reports/initiatives/timeline/?status=running")
    page.emulate_media(media="print")

    expect(page.get_by_role("img", name="Köln 21")).to_be_visible()
    for around in (".sidebar", ".w-slim-header", ".vision-pages-views", "button:text('Drucken')"):
        expect(page.locator(around).first).to_be_hidden()
    [box] = page.locator(".vision-pages-timeline table").evaluate_all(
        "tables => tables.map(table => table.getBoundingClientRect().width / innerWidth)"
    )
    assert 0.9 < box <= 1
