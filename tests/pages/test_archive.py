"""Archived: a page with all below it, whatever its drafts say; nothing new comes below it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from tests.factories import StageFactory, VisionFactory
from vision_pages.models import StagePage, VisionPage
from vision_pages.models.archive import is_archived, set_archived


@pytest.fixture
def vision(programme):
    return VisionFactory(parent=programme, title="Köln 21")


def test_a_page_is_archived_with_the_pages_below_it_and_brought_back(vision, admin_user):
    StageFactory(parent=vision)
    StageFactory(parent=vision, live=False)

    set_archived(vision, admin_user, archived=True)
    assert VisionPage.objects.get().is_archived
    assert [stage.is_archived for stage in StagePage.objects.all()] == [True, True]

    set_archived(vision, admin_user, archived=False)
    assert not VisionPage.objects.get().is_archived
    assert [stage.is_archived for stage in StagePage.objects.all()] == [False, False]
    actions = PageLogEntry.objects.filter(page=vision.pk, user=admin_user).order_by("pk")
    assert list(actions.values_list("action", "user__username")) == [
        ("vision_pages.archive", "admin"),
        ("vision_pages.restore", "admin"),
    ]


def test_a_draft_and_a_schedule_stay_and_do_not_undo_it(vision):
    vision.save_revision().publish()
    vision = VisionPage.objects.get()
    vision.title = "Geplant"
    vision.go_live_at = timezone.now() + timedelta(days=1)
    vision.save_revision().publish()
    vision = VisionPage.objects.get()
    vision.title = "Entwurf"
    vision.save_revision()

    set_archived(vision, None, archived=True)

    stored = VisionPage.objects.get()
    assert (stored.title, stored.has_unpublished_changes) == ("Köln 21", True)
    assert stored.get_latest_revision_as_object().title == "Entwurf"
    assert stored.scheduled_revision is not None
    stored.get_latest_revision().publish()
    assert VisionPage.objects.get().is_archived


def test_an_old_page_is_archived_whatever_publishing_would_refuse(vision):
    VisionPage.objects.update(summary="")

    set_archived(VisionPage.objects.get(), None, archived=True)

    assert VisionPage.objects.get().is_archived


def test_an_alias_is_archived_with_its_source(vision, programme):
    alias = vision.create_alias(parent=programme, update_slug="alias")

    set_archived(vision, None, archived=True)

    assert is_archived(Page.objects.get(pk=alias.pk))


def test_nothing_new_comes_below_an_archived_page(vision):
    other = VisionFactory(parent=vision.get_parent())
    stage = StageFactory(parent=other)
    assert StagePage.can_create_at(vision)
    assert stage.can_move_to(vision)

    set_archived(vision, None, archived=True)

    assert not StagePage.can_create_at(vision)
    assert not stage.can_move_to(vision)
    set_archived(stage, None, archived=True)
    assert StagePage.objects.get().can_move_to(vision)


@pytest.mark.parametrize(
    ("title", "status"), [("Köln 21", "archiviert"), ("Neu", "archiviert + Entwurf")]
)
def test_its_status_says_so(vision, title, status):
    set_archived(vision, None, archived=True)
    vision.title = title
    if title == "Neu":
        vision.save_revision()

    assert str(VisionPage.objects.get().status_string) == status
