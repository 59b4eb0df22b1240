"""“Archivieren” in a page's menus: a question with what uses the page, then it is done."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Page

from tests.admin.text import text_of
from tests.factories import ProjectFactory, ProjectIndexFactory, StageFactory, VisionFactory
from vision_pages.models import VisionPage
from vision_pages.models.archive import set_archived


def address(page, action="archive"):
    return reverse(f"vision_pages_{action}", args=[page.pk])


@pytest.fixture
def project(programme, vision):
    index = ProjectIndexFactory(parent=programme)
    return ProjectFactory(parent=index, title="Standortmarke", serves=[vision])


def test_archiving_asks_and_says_what_uses_the_page(editor, vision, project):
    StageFactory(parent=vision)

    said = text_of(editor.get(address(vision)))

    assert "Verwendet an 1 Stelle" in said
    assert "Standortmarke Projekt, Deutsch: Link → Vision" in said
    assert "Die Seite darunter wird mit archiviert." in said
    assert not VisionPage.objects.get().is_archived


def test_it_is_done_and_said(editor, vision):
    response = editor.post(address(vision), follow=True)

    assert VisionPage.objects.get().is_archived
    assert "„Köln 21“ ist archiviert." in text_of(response)
    response = editor.post(address(vision, "restore"), follow=True)
    assert not VisionPage.objects.get().is_archived
    assert "„Köln 21“ ist aus dem Archiv zurück." in text_of(response)


def test_the_menus_offer_what_can_be_done(editor, vision):
    stage = StageFactory(parent=vision)
    edit = reverse("wagtailadmin_pages:edit", args=[vision.pk])
    listing = reverse("wagtailadmin_explore", args=[vision.get_parent().pk])

    for place in (edit, listing):
        page = editor.get(place).content.decode()
        assert address(vision) in page
        assert address(vision, "restore") not in page
    set_archived(vision, None, archived=True)
    for place in (edit, listing):
        page = editor.get(place).content.decode()
        assert address(vision) not in page
        assert address(vision, "restore") in page
    # What is below comes back with the page above it.
    edit = reverse("wagtailadmin_pages:edit", args=[stage.pk])
    assert address(stage, "restore") not in editor.get(edit).content.decode()


@pytest.mark.parametrize("kind", ["draft", "foreign", "translation", "alias"])
def test_what_is_not_a_public_page_of_its_own_is_not_archived(editor, programme, vision, kind):
    english = Locale.objects.create(language_code="en")
    page = {
        "draft": lambda: VisionFactory(parent=programme, live=False),
        "foreign": lambda: programme.add_child(instance=Page(title="Fremd")),
        "translation": lambda: published(vision.copy_for_translation(english, copy_parents=True)),
        "alias": lambda: vision.create_alias(parent=programme, update_slug="alias"),
    }[kind]()

    assert editor.post(address(page)).status_code == 302
    assert not any(one.is_archived for one in VisionPage.objects.all())


def published(page):
    page.save_revision().publish()
    return page


def test_a_page_locked_by_somebody_else_is_not_archived(client, vision, django_user_model):
    call_command("create_roles", verbosity=0)
    user = django_user_model.objects.create_user("presse")
    user.groups.add(Group.objects.get(name="Pressestelle"))
    client.force_login(user)
    assert client.get(address(vision)).status_code == 200

    Page.objects.filter(pk=vision.pk).update(locked=True)

    assert client.get(address(vision)).status_code == 302
