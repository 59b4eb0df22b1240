"""The press office has a translation begun, and others finish it, in one language."""

from django.urls import reverse

from tests.translation.translator import edit_address, submit_address


def test_a_translator_opens_what_the_press_office_has_had_begun_in_one_language(at, source):
    at("Pressestelle").submit(source, "en", "tr")
    translator = at("Übersetzung: English")
    translator.write(source, "en", lambda text: text.replace("Klima", "Climate"))

    opened = {
        code: translator.client.get(edit_address(row)).status_code
        for code, row in {
            "de": source,
            "en": translator.target(source, "en"),
            "tr": translator.target(source, "tr"),
        }.items()
    }
    assert opened == {"de": 302, "en": 200, "tr": 302}


def test_a_translator_neither_begins_nor_synchronises_translations(at, source):
    translator = at("Übersetzung: English")
    translator.submit(source, "tr")
    assert source.get_translations().filter(locale__language_code="tr").count() == 0

    at("Pressestelle").submit(source, "tr")
    assert translator.synchronise(source).url == reverse("wagtailadmin_home")
    assert translator.client.get(submit_address(source)).status_code == 302


def test_a_translator_cannot_look_among_the_pages_of_the_source(at, vision):
    explorer = at("Übersetzung: English").client.get(
        reverse("wagtailadmin_explore", args=[vision.pk])
    )

    assert explorer.status_code in {302, 404}
