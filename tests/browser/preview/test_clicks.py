"""A click in a preview leads to where it is edited: beside the form, in a tab, in a translation."""

import re
from contextlib import suppress

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import FrameLocator, Page, TimeoutError, expect
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.browser.preview.conftest import edit, log_in
from vision_pages.models import VisionPage


@pytest.fixture
def vision(city, frontend):
    city.vision.body = [
        ("heading", {"text": "Ziele", "level": "h2"}),
        ("quote", {"text": "Gesagt", "person": "Eine", "role": ""}),
    ]
    city.vision.save_revision(clean=False).publish()
    return city.vision


def click(shown: FrameLocator, text: str) -> None:
    """Point at a text, and press the button that appears beside it: the panel scales its frame.

    The form's own first changes can renew what is pointed at; then it is pointed at again.
    """
    button = shown.locator("vision-edit button.shown")
    for _attempt in range(30):
        shown.locator("main").get_by_text(text, exact=True).last.dispatch_event("pointerover")
        with suppress(TimeoutError):
            return button.press("Enter", timeout=2_000)
    raise AssertionError(f"There is no button beside {text}.")


def test_in_the_panel_it_opens_the_form_beside_it(vision, page: Page):
    shown = edit(page, vision.pk)

    click(shown, "Köln 21")
    expect(page.locator("#id_title")).to_be_focused()

    click(shown, "Gesagt")
    expect(page.locator("[name=body-1-value-text]")).to_be_focused()

    # By keyboard, and in a tab that was not open.
    status = shown.get_by_role("button", name=re.compile("^Bearbeiten: Läuft"))
    status.focus()
    status.press("Enter")
    expect(page.get_by_role("tab", name="Zeitraum & Status")).to_have_attribute(
        "aria-selected", "true"
    )
    expect(page.locator("#id_status_override")).to_be_focused()
    expect(page.locator("#id_status_override")).to_be_in_viewport()

    # What belongs to another form is opened beside this one.
    with page.context.expect_page() as opened:
        click(shown, "Auftrag")
    expect(opened.value.locator("#id_title")).to_have_value("Auftrag")


@pytest.fixture
def address(vision, elsewhere) -> str:
    """Give the preview of the vision as it is opened in a tab."""
    draft = store(vision, User.objects.get(username="chefin"))
    path = vision.url_path.split("/", 2)[2]
    return f"{elsewhere}/de/{path}#preview={token(draft)}"


def test_in_a_tab_it_opens_the_form_at_that_place(address, page: Page):
    log_in(page, "/admin/account/")
    page.goto(address)

    page.get_by_text("Ziele", exact=True).hover()
    with page.context.expect_page() as opened:
        page.locator("vision-edit button.shown").click()

    expect(opened.value.locator("[name=body-0-value-text]")).to_be_focused()


def translated(vision: VisionPage) -> Translation:
    """Have a vision translated into English, string by string."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    source, _ = TranslationSource.update_or_create_from_instance(vision)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation


@pytest.fixture
def translation(vision) -> str:
    """Give the address of the second block's text in the English translation."""
    page = translated(vision).get_target_instance()
    return f"/admin/pages/{page.pk}/edit/#:w:contentpath=body.{vision.body[1].id}.text"


def test_in_a_translation_it_opens_the_text_in_the_translators_editor(translation, page: Page):
    log_in(page, translation)
    page.goto(translation)

    text = page.get_by_role("listitem").filter(has_text="Gesagt").last
    expect(text.get_by_role("button", name="Übersetzen")).to_be_focused()
    expect(text).to_be_in_viewport()


@pytest.fixture
def vague(vision) -> VisionPage:
    """Give a translation in which a link says nothing."""
    link = '<p>Mehr steht <a href="https://example.org/">hier</a>.</p>'
    vision.body = [*vision.body.raw_data, {"type": "rich_text", "value": {"content": link}}]
    vision.save_revision(clean=False).publish()
    return translated(vision).get_target_instance()


def test_the_checklist_leads_to_the_text_in_the_translators_editor(vague, page: Page):
    address = f"/admin/pages/{vague.pk}/edit/"
    log_in(page, address)
    page.get_by_role("button", name="Bereit zur Veröffentlichung?").click()

    panel = page.locator("[data-side-panel='readiness']").first
    panel.get_by_role("link").nth(1).press("Enter")  # The first leads to what is missing.

    text = page.get_by_role("listitem").filter(has_text="Mehr steht").last
    expect(text.get_by_role("button", name="Übersetzen")).to_be_focused()
    expect(text).to_be_in_viewport()
