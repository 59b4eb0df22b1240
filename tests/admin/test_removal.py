"""Before a page or term is deleted or unpublished, what uses it is said, and what else would do."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from tests.admin.text import text_of
from tests.factories import (
    ContactPointFactory,
    FieldOfActionFactory,
    ProjectFactory,
    ProjectIndexFactory,
    SiteSettingsFactory,
    StageFactory,
    StrategicGoalFactory,
    VisionFactory,
)
from vision_pages.models import ContactPoint, VisionPage
from vision_pages.models.uses import SHOWN
from vision_pages.models.vision import VisionLink

ARCHIVE = "Stattdessen archivieren"


def page_view(name, page):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def term_view(name, term):
    return reverse(term.snippet_viewset.get_url_name(name), args=[term.pk])


@pytest.fixture
def used(programme, vision):
    """Have a vision named in every way there is: by a relation, a block, a text, a menu."""
    other = VisionFactory(parent=programme, title="Verwaltung")
    other.linked_visions.add(VisionLink(target=vision))
    other.goal = f'<p>Siehe <a linktype="page" id="{vision.pk}">dort</a>.</p>'
    teaser = {"title": "Mit", "description": "", "page": vision}
    other.body = [("participation_teaser", teaser)]
    other.save_revision(clean=False).publish()
    entry = {"label": "", "page": vision, "url": "", "children": []}
    SiteSettingsFactory(main_navigation=[("item", entry)])
    return vision


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_every_way_a_page_is_used_is_shown(editor, used, name):
    said = text_of(editor.get(page_view(name, used)))

    assert "Verwendet an 2 Stellen" in said
    use = said.partition("Verwaltung Vision, Deutsch: ")[2].partition("Soll")[0]
    for field in ("Ziel", "Link → Vision", "Inhalt → Beteiligung"):
        assert field in use, said
    assert "Hauptnavigation" in said
    assert ARCHIVE in said


def test_a_page_is_used_by_none_of_those_that_go_with_it(editor, vision):
    stage = StageFactory(parent=vision)
    stage.results = f'<p><a linktype="page" id="{vision.pk}">dort</a></p>'
    stage.save_revision().publish()

    said = text_of(editor.get(page_view("delete", vision)))

    assert "Nichts anderes verweist darauf." in said
    assert "Die Seite darunter wird mit gelöscht." in said


def test_a_draft_nobody_read_is_just_deleted(editor, programme):
    draft = VisionFactory(parent=programme, live=False)

    assert ARCHIVE not in text_of(editor.get(page_view("delete", draft)))
    editor.post(page_view("delete", draft))
    assert not VisionPage.objects.exists()


@pytest.fixture
def english(vision):
    locale = Locale.objects.create(language_code="en")
    page = vision.copy_for_translation(locale, copy_parents=True)
    page.save_revision().publish()
    return page


def test_translations_go_with_a_page(editor, vision, english):
    said = text_of(editor.get(page_view("delete", vision)))
    assert "Ihre Übersetzungen werden mit gelöscht: English." in said

    editor.post(page_view("delete", vision))
    assert not VisionPage.objects.exists()


def test_a_translation_goes_alone(editor, vision, english):
    assert "Ihre Übersetzungen" not in text_of(editor.get(page_view("delete", english)))

    editor.post(page_view("delete", english))
    assert VisionPage.objects.get() == vision


def test_translations_are_not_read_while_a_page_is_unpublished(editor, vision, english):
    said = text_of(editor.get(page_view("unpublish", vision)))
    assert "Solange sind auch ihre Übersetzungen nicht lesbar: English." in said

    editor.post(page_view("unpublish", vision))
    assert not Page.objects.get(pk=vision.pk).live
    assert Page.objects.get(pk=english.pk).live


@pytest.mark.parametrize("name", ["delete", "unpublish", "edit"])
def test_the_pages_of_a_term_are_shown(editor, programme, name):
    contact = ContactPointFactory(name="Amt")
    for number in range(SHOWN + 2):
        VisionFactory(parent=programme, title=f"Vision {number}", contacts=[contact])

    said = text_of(editor.get(term_view(name, contact)))

    assert f"Verwendet an {SHOWN + 2} Stellen" in said
    assert "Vision, Deutsch: Ansprechstellen" in said
    assert "und 2 weitere" in said


def test_a_term_no_longer_chosen_is_no_longer_used(editor, programme):
    contact, other = ContactPointFactory(name="Amt"), ContactPointFactory(name="Anderes")
    vision = VisionFactory(parent=programme, contacts=[contact])
    vision.contacts.set([other])
    vision.save_revision().publish()

    assert "Nichts anderes verweist darauf." in text_of(editor.get(term_view("delete", contact)))
    assert "Verwendet an 1 Stelle" in text_of(editor.get(term_view("delete", other)))


def test_every_kind_of_term_knows_its_pages(editor, programme, vision):
    goal, field = StrategicGoalFactory(), FieldOfActionFactory()
    vision.strategic_goals.set([goal])
    vision.strategies.set([goal.strategy])
    vision.save_revision().publish()
    project = ProjectFactory(
        parent=ProjectIndexFactory(parent=programme), title="Projekt", serves=[vision]
    )
    project.fields_of_action.set([field])
    project.save_revision().publish()

    for term in (goal, goal.strategy, field):
        assert "Verwendet an" in text_of(editor.get(term_view("delete", term)))
    # A strategy is needed by its goals.
    assert "Löschen geht nicht" in text_of(editor.get(term_view("delete", goal.strategy)))


def test_a_new_term_says_nothing_of_uses(editor):
    said = text_of(editor.get(reverse(ContactPoint.snippet_viewset.get_url_name("add"))))

    assert "Verwendet" not in said
    assert "verweist" not in said
