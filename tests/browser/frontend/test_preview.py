"""An editor sees a draft in the reference frontend, beside the form, before it is published."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from graphql_api.models import Frontend


@pytest.fixture
def editor(city, live_server) -> str:
    """Register the frontend, and give the address of the vision's form."""
    User.objects.create_superuser("chefin", password="geheim")
    Frontend.objects.create(
        name="Referenz-Frontend",
        base_address=live_server.url,
        preview_address=f"{live_server.url}{{path}}#preview={{token}}",
    )
    return f"/admin/pages/{city.vision.pk}/edit/"


def test_a_draft_is_seen_beside_its_form(editor: str, page: Page):
    page.set_viewport_size({"width": 1500, "height": 900})
    page.goto(f"/admin/login/?next={editor}")
    page.get_by_label("Benutzername").fill("chefin")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Vorschau").first.click()
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 21")
    expect(shown.get_by_role("note").first).to_contain_text("Vorschau")

    # Wagtail notes two seconds after the start what the form holds, and then what changes of it.
    page.wait_for_timeout(4_000)
    page.get_by_role("textbox", name="Titel").first.fill("Köln 22")

    expect(shown.get_by_role("heading", level=1)).to_have_text("Köln 22", timeout=60_000)
