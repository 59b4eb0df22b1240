"""Projects and search: narrowed, page by page, suggested while typing."""

import pytest
from playwright.sync_api import expect

from tests.factories import ProjectFactory


@pytest.fixture
def gardens(city):
    """Plant gardens until there are more than a page of the list shows."""
    for number in range(2, 15):
        ProjectFactory(parent=city.index, title=f"Garten {number:02}", serves=[city.vision])


def test_projects_are_narrowed_and_shown_page_by_page(gardens, reader):
    reader.goto("/de/projekte/")
    expect(reader.get_by_role("status")).to_have_text("15 Projekte")

    reader.get_by_role("checkbox", name="Mitreden").check()
    reader.get_by_role("button", name="Auswahl anwenden").click()
    expect(reader.get_by_role("status")).to_have_text("14 Projekte")
    expect(reader.get_by_role("checkbox", name="Mitreden")).to_be_checked()

    reader.get_by_role("link", name="Seite 2").click()
    expect(reader.locator(".cards h3")).to_have_text(["Garten 13", "Garten 14"])
    expect(reader).to_have_url("/de/projekte/?participationLevel=CONSULTATION&page=2")

    reader.get_by_role("link", name="Alle zeigen").click()
    expect(reader.get_by_role("status")).to_have_text("15 Projekte")

    reader.go_back()
    expect(reader.locator(".cards h3")).to_have_text(["Garten 13", "Garten 14"])


def test_what_is_found_is_marked_and_narrowed(gardens, reader):
    reader.goto("/de/")
    reader.get_by_role("combobox", name="Suchbegriff").fill("garten")
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Suche nach „garten“")
    expect(reader).to_have_title("Suche nach „garten“ – Stadt der Zukunft")
    expect(reader.get_by_role("status")).to_have_text("14 Treffer")
    expect(reader.locator(".result mark").first).to_have_text("Garten")
    expect(reader).to_have_url("/de/?search=garten")

    reader.get_by_role("checkbox", name="Projekt").check()
    reader.get_by_role("button", name="Auswahl anwenden").click()
    expect(reader).to_have_url("/de/?search=garten&type=Project")


def test_a_suggestion_is_chosen_by_keyboard(city, reader):
    reader.goto("/de/")
    search = reader.get_by_role("combobox", name="Suchbegriff")
    search.press_sequentially("Rath")
    expect(reader.get_by_role("option")).to_have_text(["Rathausplatz"])

    search.press("ArrowDown")
    expect(reader.get_by_role("option")).to_have_attribute("aria-selected", "true")
    search.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Rathausplatz")
