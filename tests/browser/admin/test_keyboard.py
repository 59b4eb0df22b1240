"""What is ours in the admin is used by keyboard alone, and axe reads what only appears then."""

import re
from datetime import timedelta

from django.utils.timezone import localtime, now
from playwright.sync_api import Page, expect

from tests.browser.admin.keys import choose, enter, reach, skip, write
from tests.browser.admin.test_accessibility import read

# What Wagtail says of a button that has the focus.
TOOLTIP = ("region", "[data-tippy-root]")


def found(page: Page) -> list[str]:
    """Give what axe finds of ours on a page as it stands."""
    return [one for _scheme, ours, _others in read(page, TOOLTIP) for one in ours]


def test_a_preview_is_shared_and_revoked_and_seen_as_of_a_moment(city, at_work):
    editor = at_work("Pressestelle")
    page, main = editor.page, editor.page.get_by_role("main")
    page.context.grant_permissions(["clipboard-write"])
    editor.edits(city.vision)
    choose(page, "Vorschau teilen")
    write(main.get_by_role("textbox", name="Name"), "An das Amt")
    enter(main.get_by_role("button", name="Link erstellen"))
    editor.reads("geteilt")
    enter(main.get_by_role("button", name="Link kopieren"))
    expect(page.locator("#copied-message")).to_have_text("Kopiert.")
    assert found(page) == []
    enter(main.get_by_role("link", name="Widerrufen"))
    enter(main.get_by_role("button", name="Ja, widerrufen"))
    editor.reads("„An das Amt“ ist widerrufen")

    editor.edits(city.vision)
    choose(page, "Vorschau auf einen Zeitpunkt")
    moment = localtime(now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    write(main.get_by_role("textbox", name="Datum und Uhrzeit"), moment)
    enter(main.get_by_role("button", name="Vorschau vorbereiten"))
    expect(main.get_by_role("link", name=re.compile("Stadtseite"))).to_be_visible()
    assert found(page) == []


def test_a_frontend_is_checked_and_has_tokens(city, at_work):
    editor = at_work("Administration")
    page, main = editor.page, editor.page.get_by_role("main")
    editor.goes("frontends/")
    enter(main.get_by_role("link", name="Stadtseite"))
    choose(page, "Prüfen")
    enter(main.get_by_role("link", name="Noch einmal prüfen"))
    expect(page.locator(".frontend-check")).to_contain_text("antwortet")

    page.go_back()
    choose(page, "Tokens")
    write(main.get_by_role("textbox", name="Name"), "Bau")
    enter(main.get_by_role("button", name="Token erstellen"))
    expect(main.get_by_role("textbox", name="Token")).to_have_value(re.compile(r"\w{20}"))
    assert found(page) == []
    enter(main.get_by_role("link", name="Zurück zu den Tokens"))
    enter(main.get_by_role("link", name=re.compile("Widerrufen.*Bau")))
    enter(main.get_by_role("button", name="Ja, widerrufen"))
    editor.reads("„Bau“ ist widerrufen")
    expect(main.get_by_role("row", name="Bau")).to_contain_text("widerrufen am")


def test_a_vision_is_renamed_with_its_name_kept_and_then_archived(city, at_work):
    editor = at_work("Pressestelle")
    page, main = editor.page, editor.page.get_by_role("main")
    editor.edits(city.vision)
    skip(page)
    title = write(page.locator("#id_title"), "Stadtvision")
    enter(page.get_by_role("button", name="Als frühere Bezeichnung aufnehmen"))
    editor.reads("„Köln 21“ steht jetzt unter „Frühere Bezeichnungen“.")
    expect(title).to_be_focused()
    assert found(page) == []

    editor.edits(city.project)
    choose(page, "Archivieren")
    enter(main.get_by_role("button", name="Archivieren"))
    editor.reads("„Garten 01“ ist archiviert.")


def test_the_checklist_leads_to_a_field_and_the_preview_opens_beside_the_form(city, at_work):
    editor = at_work("Pressestelle")
    page = editor.page
    editor.edits(city.stage)
    enter(page.get_by_role("button", name="„Bereit zur Veröffentlichung?“"))
    checklist = page.locator(".vision-pages-readiness")
    enter(checklist.get_by_role("link", name="Beteiligungsangebot › 1 › Titel"))
    expect(page.locator("#id_participation_events-0-title")).to_be_focused()

    editor.edits(city.vision)
    enter(page.get_by_role("button", name="Vorschau umschalten"))
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 21")
    assert found(page) == []
    reach(shown.get_by_role("link").first)
