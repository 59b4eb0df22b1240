"""The translation editor in a browser: languages of texts, and what was said before."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

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


def test_t27_arabic_reads_from_right_to_left_and_one_click_keeps_it(edited, page: Page):
    page.goto(f"/admin/login/?next={edited}")
    page.get_by_label("Benutzername").fill("chefin")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()

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
    expect(text.locator(".vision-pages-segment-note")).to_be_empty()
    expect(text.locator(":scope > div[lang=ar]")).to_have_text(ARABIC)
    page.reload()
    expect(text.locator(":scope > div[lang=ar]")).to_have_text(ARABIC)
    expect(text.locator(".vision-pages-segment-note")).to_be_empty()
