"""The form of a published vision offers to keep its name; that of a new one has none."""

import pytest
from django.urls import reverse

from tests.factories import VisionFactory

OFFER = 'data-vision-pages-former-name="Köln 21"'


def test_a_public_name_is_offered_whatever_the_draft_says(editor, vision):
    vision.title = "Stadtvision"
    vision.save_revision()

    form = editor.get(reverse("wagtailadmin_pages:edit", args=[vision.pk])).content.decode()

    assert OFFER in form


@pytest.mark.parametrize("kind", ["new", "draft"])
def test_a_name_nobody_knows_is_not(editor, programme, kind):
    address = reverse("wagtailadmin_pages:add", args=["vision_pages", "visionpage", programme.pk])
    if kind == "draft":
        draft = VisionFactory(parent=programme, live=False)
        address = reverse("wagtailadmin_pages:edit", args=[draft.pk])

    form = editor.get(address).content.decode()

    assert 'id="id_title"' in form
    assert "data-vision-pages-former-name" not in form
