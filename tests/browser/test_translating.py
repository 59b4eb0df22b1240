"""The translation editor in a browser: languages of texts, and what was said before."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.translation.engine import serving

BEFORE, NOW = "Köln ist 2035 klimaneutral.", "Köln ist 2040 klimaneutral."
ARABIC = "ستكون كولونيا محايدة مناخيا في عام 2035."


@pytest.fixture
def edited(vision) -> str:
    """Give the address of a translation into Arabic of a text that has changed since."""
    arabic = Locale.objects.create(language_code="ar")
    vision.summary = BEFORE
    vision.save_revision(clean=False).publish()
    source, _created = TranslationSource.update_or_create_from_instance(vision)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    segment = source.stringsegment_set.get(context__path="summary")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=arabic, data=ARABIC
    )
    translation.save_target(publish=False)
    vision.summary = NOW
    vision.save_revision(clean=False).publish()
    source.update_from_db()
    User.objects.create_superuser("chefin", password="geheim")
    return f"/admin/pages/{translation.get_target_instance().pk}/edit/"


def log_in(page: Page, address: str) -> None:
    page.goto(f"/admin/login/?next={address}")
    page.get_by_label("Benutzername").fill("chefin")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()


def test_t27_arabic_reads_from_right_to_left_and_one_click_keeps_it(edited, page: Page):
    log_in(page, edited)

    heading = page.get_by_role("heading", name="Übersetzung: Deutsch → العربية")
    expect(heading).to_be_visible()
    expect(page.get_by_text("PO Datei herunterladen")).to_be_hidden()
    text = page.locator("[data-vision-pages-segment=summary]")
    expect(text.locator(":scope > p")).to_have_attribute("lang", "de")
    expect(text.locator(".comparison")).to_have_text("Köln ist 20352040 klimaneutral.")
    expect(text.locator(".comparison .deletion")).to_have_text("2035")
    expect(text.locator("p[lang=ar]")).to_have_text(ARABIC)

    text.get_by_role("button", name="Übersetzung anpassen").click()
    field = text.get_by_role("textbox")
    expect(field).to_have_value(ARABIC)
    expect(field).to_be_focused()
    assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
    text.get_by_role("button", name="Abbrechen").click()

    text.get_by_role("button", name="Übersetzung stimmt noch").click()
    other_year = "Zahlen weichen ab: im Ausgangstext 2040, in der Übersetzung 2035."
    expect(text.get_by_role("listitem").first).to_have_text(other_year)
    expect(text.locator(".icon-warning")).to_have_css("height", "16px")
    expect(text.locator(".comparison")).to_have_count(0)
    expect(text.locator(":scope > div[lang=ar]")).to_have_text(ARABIC)
    page.reload()
    expect(text.locator(":scope > div[lang=ar]")).to_have_text(ARABIC)
    expect(text.locator(".comparison")).to_have_count(0)


def test_one_click_says_that_a_machines_translation_is_reviewed(edited, page: Page, settings):
    with serving() as engine:
        engine.words = lambda text: text.replace("Köln ist 2040", "Cologne  is 2041")
        settings.VISION_PAGES_MACHINE_TRANSLATION = {
            "ar": {"engine": "libretranslate", "options": engine.options}
        }
        log_in(page, edited)
        page.get_by_role("button", name="LibreTranslate").click()
        expect(page.get_by_text("wurden maschinell übersetzt.")).to_be_visible()

    text = page.locator("[data-vision-pages-segment=summary]")
    note = text.locator(".vision-pages-segment-note")
    expect(note.get_by_text("Maschinell übersetzt (LibreTranslate)")).to_be_visible()
    expect(note.get_by_role("listitem")).to_have_text(
        [
            "Zahlen weichen ab: im Ausgangstext 2040, in der Übersetzung 2041.",
            "Zwei Leerzeichen stehen hintereinander.",
        ]
    )

    note.get_by_role("button", name="Übersetzung geprüft").click()
    expect(note.get_by_text("Maschinell übersetzt")).to_have_count(0)
    expect(note.get_by_role("listitem")).to_have_count(2)
    page.reload()
    expect(text.locator(":scope > div[lang=ar]")).to_have_text("Cologne  is 2041 klimaneutral.")
    expect(note.get_by_role("listitem")).to_have_count(2)
    expect(note.get_by_text("Maschinell übersetzt")).to_have_count(0)
