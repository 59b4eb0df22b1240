"""The seven languages: their locales, their names, their scripts, their addresses."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale

from tests.documents.conftest import document_of
from tests.translation.translator import edit_address, submit_address

NAMES = {
    "de": "Deutsch",
    "de-simple": "Leichte Sprache",
    "en": "English",
    "tr": "Türkçe",
    "fr": "Français",
    "uk": "Українська",
    "ar": "العربية",
}
ADDRESSES = {
    "en": ("Cologne 21", "cologne-21", "LTR"),
    "tr": ("Köln’ün ışıl ışıl geleceği", "koelnuen-isil-isil-gelecegi", "LTR"),
    "fr": ("L’avenir, à Cologne", "lavenir-a-cologne", "LTR"),
    "uk": ("Місто майбутнього", "misto-maybutnogo", "LTR"),
    "ar": ("مدينة المستقبل", "mdynh-lmstqbl", "RTL"),
}
PAGE = """query ($path: String!) { page(by: {path: $path}) {
  title language { locale tag dir isFallback } } }"""


def test_a_new_installation_has_the_source_language_alone(db):
    assert [locale.language_code for locale in Locale.objects.all()] == ["de"]


def test_the_command_creates_what_is_missing_and_nothing_twice(db):
    Locale.objects.create(language_code="en")
    first, second = StringIO(), StringIO()

    call_command("create_locales", stdout=first)
    call_command("create_locales", stdout=second)

    assert {locale.language_code for locale in Locale.objects.all()} == set(NAMES)
    assert first.getvalue().splitlines() == [
        "Deutsch (de): exists",
        "Leichte Sprache (de-simple): created",
        "English (en): exists",
        "Türkçe (tr): created",
        "Français (fr): created",
        "Українська (uk): created",
        "العربية (ar): created",
    ]
    assert second.getvalue().count("exists") == len(NAMES)


def test_the_admin_calls_each_language_by_its_name(admin_client, languages):
    page = admin_client.get(reverse("wagtaillocales:index")).content.decode()

    assert {code: str(locale) for code, locale in languages.items()} == NAMES
    assert all(name in page for name in NAMES.values())


def test_the_form_of_the_translator_offers_each_language_by_its_name(city, translator):
    page = translator.client.get(submit_address(city.vision)).content.decode()

    assert all(name in page for code, name in NAMES.items() if code != "de")


@pytest.mark.parametrize("code", ADDRESSES)
def test_t11_a_translation_has_an_address_of_its_own_in_every_script(code, city, translator, ask):
    """T11: wagtail-localize throws away what is no ASCII."""
    title, slug, direction = ADDRESSES[code]

    translator.translate(city.vision, code, lambda text: title if text == "Köln 21" else text)

    assert ask(PAGE, path=f"/{code}/stadt-der-zukunft/{slug}/") == {
        "page": {
            "title": title,
            "language": {"locale": code, "tag": code, "dir": direction, "isFallback": False},
        }
    }


@pytest.mark.parametrize("code", ["uk", "ar"])
def test_t11_an_address_stays_when_the_title_changes(code, city, translator):
    title, slug, _direction = ADDRESSES[code]
    translator.translate(city.vision, code, lambda text: title if text == "Köln 21" else text)

    title_segment = translator.segments(city.vision, code)[0]
    translator.write_one(city.vision, code, title_segment, f"{title} 2")
    translator.publish(city.vision, code)

    page = translator.target(city.vision, code)
    assert (page.title, page.slug) == (f"{title} 2", slug)
    assert page.get_latest_revision_as_object().slug == slug
    assert document_of(page).data["slug"] == slug


def test_an_address_that_an_editor_chose_for_a_draft_stays(city, translator):
    translator.submit(city.vision, "en")
    page = translator.target(city.vision, "en")
    page.slug = "vision-for-cologne"
    page.save()

    translator.write(city.vision, "en", lambda text: f"EN {text}")
    translator.publish(city.vision, "en")

    assert translator.target(city.vision, "en").slug == "vision-for-cologne"


def test_a_source_with_an_address_of_its_own_gives_none_to_its_translation(city, translator):
    city.vision.slug = "zukunft"
    city.vision.save_revision().publish()

    page = translator.translate(city.vision, "en", lambda text: text.replace("Köln", "Cologne"))

    assert page.slug == "cologne-21"


def test_the_translation_editor_opens_with_every_block(example, translator):
    source = example("VisionPage")
    translator.submit(source, "ar")

    response = translator.client.get(edit_address(translator.target(source, "ar")))

    assert response.status_code == 200
    assert "Weltoffen" in response.content.decode()
