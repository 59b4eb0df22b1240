"""What a whole level names is read with one request, and each object gets its own of it."""

import pytest

from graphql_api.models import Document
from graphql_api.types.node import GlobalId
from tests.factories import ImageFactory, ProjectFactory

STAGES = """query($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Vision { title stages { title } currentStage { title } } } }"""


def test_each_object_is_told_in_its_own_language(ask, city, english):
    vision = city.vision.copy_for_translation(english, copy_parents=True)
    vision.title = "Cologne 21"
    vision.save_revision().publish()
    first = city.first.copy_for_translation(english)
    first.title = "First"
    first.save_revision().publish()
    key = str(city.vision.translation_key)

    answer = ask(STAGES, ids=[str(GlobalId("Vision", key, code)) for code in ("en", "de", "en")])

    german = {
        "title": "Köln 21",
        "stages": [{"title": "Erste"}, {"title": "Zweite"}],
        "currentStage": {"title": "Zweite"},
    }
    english = {
        "title": "Cologne 21",
        "stages": [{"title": "First"}],
        "currentStage": {"title": "First"},
    }
    assert answer == {"data": {"nodes": [english, german, english]}}


@pytest.mark.parametrize("wrong", [{}, 7, "?"])
def test_what_is_wrong_with_one_harms_no_other(ask, city, media, wrong):
    sound = ProjectFactory(parent=city.index, title="Wasser", serves=[city.vision])
    sound.hero_image, sound.hero_alt = ImageFactory(), "Der Rhein"
    sound.save_revision().publish()
    broken = Document.objects.get(source=f"wagtailcore.page:{city.project.pk}")
    Document.objects.filter(pk=broken.pk).update(data=broken.data | {"hero_image": wrong})

    answer = ask("{ projects { nodes { title image { alt } } } }")

    assert answer["data"]["projects"]["nodes"] == [
        {"title": "Standortmarke Köln", "image": None},
        {"title": "Wasser", "image": {"alt": "Der Rhein"}},
    ]
    assert [error["path"] for error in answer["errors"]] == [["projects", "nodes", 0, "image"]]
