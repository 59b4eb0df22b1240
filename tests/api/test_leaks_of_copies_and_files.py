"""The leak matrix for aliases, translations and files."""

import json

import pytest
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction

from tests.api.leaks import SECRET, answer, published, says_nothing
from tests.factories import DocumentFactory, ImageFactory, ProgrammeFactory, VisionFactory


def test_an_alias_of_a_restricted_page_is_nowhere(ask, home):
    programme = ProgrammeFactory(parent=home, title="Programm")
    source = VisionFactory(parent=programme, title=SECRET)
    below = ProgrammeFactory(parent=home, title="Zweites")
    alias = source.create_alias(parent=below)
    assert SECRET in answer(ask, alias)

    PageViewRestriction.objects.create(page=source, restriction_type="login")

    assert says_nothing(answer(ask, alias), alias)


def test_an_unreleased_translation_is_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Offen")
    translation = vision.copy_for_translation(english, copy_parents=True)
    translation.title = SECRET
    translation.save_revision()

    text = answer(ask, vision, locale="en")

    assert SECRET not in text
    found = json.loads(text)["data"]
    assert found["byKey"]["language"]["isFallback"] is True
    assert [one["locale"] for one in found["byKey"]["language"]["alternates"]] == ["de"]


def test_placeholders_of_untranslated_parents_are_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Vision")

    vision.copy_for_translation(english, copy_parents=True).save_revision().publish()

    found = ask('{ programme(locale: "en") { language { locale isFallback } } }')
    assert found["data"]["programme"]["language"] == {"locale": "de", "isFallback": True}


def test_a_translation_of_a_restricted_page_is_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Offen")
    translation = vision.copy_for_translation(english, copy_parents=True)
    translation.title = SECRET
    published(translation)

    PageViewRestriction.objects.create(page=vision, restriction_type="login")

    assert says_nothing(answer(ask, translation, locale="en"), translation)


@pytest.mark.parametrize("depth", [0, 1])
def test_files_of_a_private_collection_are_nowhere(ask, home, depth):
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    collection = private.add_child(name="Unten") if depth else private
    image = ImageFactory(title=SECRET, collection=collection, credit=SECRET)
    document = DocumentFactory(title=SECRET, collection=collection)
    programme = ProgrammeFactory(parent=home, title="Programm", hero_image=image, hero_alt="Bild")
    image.contextual_alt_text = "Bild"
    image.decorative = False
    programme.body = [
        ("image", {"image": image, "caption": "Bild"}),
        ("download", {"document": document, "title": "Datei", "description": "", "kind": ""}),
    ]
    published(programme)

    text = answer(ask, programme)

    assert SECRET.lower() not in text.lower()
    assert document.filename not in text
    assert image.filename not in text
