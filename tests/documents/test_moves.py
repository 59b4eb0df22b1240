"""What only moves is not written anew, and comes out as if it had been."""

from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from django.test import TestCase
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page, PageViewRestriction, Site

from graphql_api.documents import refresh
from graphql_api.documents.collector import collecting
from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Document, Version
from graphql_api.documents.projection import STORED
from graphql_api.documents.search.entries import COPIED
from graphql_api.documents.search.models import SearchEntry
from graphql_api.purging.invalid import invalid, last_seq
from tests.documents import actions
from tests.documents.conftest import differences, document_of
from tests.documents.machines import NUMBERS, REFUSED, let_work, number_versions
from tests.documents.test_stored_is_rebuilt import EXAMPLES, SAID, STEPS, Editors
from tests.factories import ProgrammeFactory, StageFactory, VisionFactory

PREPARING = [
    actions.create,
    actions.create_generic,
    actions.publish,
    actions.draft,
    actions.unpublish,
    actions.schedule,
    actions.expire,
    actions.alias,
    actions.translate,
    actions.rename,
    actions.create_site,
    actions.redirect,
]
PLACING = [
    actions.move,
    actions.reorder,
    actions.restrict,
    actions.release,
    actions.change_site,
]
ENTRY = ["document__source", *COPIED.split(", "), "head", "vector", "text"]


class Movers(Editors):
    """Editors who mostly move and restrict: each time once more, with all below written anew."""

    @rule(action=st.sampled_from(PREPARING), number=NUMBERS, other=NUMBERS)
    def act(self, action: Any, number: int, other: int) -> None:
        super().act(action, number, other)

    @rule(action=st.sampled_from(PLACING), number=NUMBERS, other=NUMBERS)
    def place(self, action: Any, number: int, other: int) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(refresh, "displaced", set)
            patch.setattr(refresh, "follow_sites", lambda: None)
            anew = outcome(action, number, other, undone=True)

        assert outcome(action, number, other) == anew
        assert differences() == []


def outcome(action: Any, number: int, other: int, *, undone: bool = False) -> list[Any]:
    """Give what is public after an action, and what is said to have changed by it."""
    seq, version = last_seq(), Version.objects.latest("pk").pk
    with TestCase.captureOnCommitCallbacks(execute=not undone), transaction.atomic():
        with suppress(*REFUSED), transaction.atomic():
            action(number, other)
        number_versions()
        found = [
            rows(Document.objects.values_list(*STORED)),
            rows(SearchEntry.objects.values_list(*ENTRY)),
            rows(Version.objects.filter(pk__gt=version).values_list(*SAID)),
            invalid(seq, last_seq()),
        ]
        transaction.set_rollback(undone)
    return found


def rows(found: Any) -> list[Any]:
    return sorted(found, key=repr)


@pytest.mark.django_db
def test_a_move_is_as_if_all_below_had_been_written_anew(media, settings) -> None:
    # Those made twice are other rows.
    settings.WAGTAILREDIRECTS_AUTO_CREATE = False
    let_work(Movers, EXAMPLES, STEPS)
    assert Page.objects.exists()


@pytest.fixture
def vision(programme):
    vision = VisionFactory(parent=programme)
    for _ in range(3):
        StageFactory(parent=vision)
    return vision


@pytest.fixture
def written(monkeypatch) -> list[str]:
    """Collect the names of the rows that are written anew."""
    names: list[str] = []
    refreshed = refresh.refresh

    def noted(batch: list[str]) -> None:
        names.extend(batch)
        refreshed(batch)

    monkeypatch.setattr(refresh, "refresh", noted)
    return names


def test_only_the_page_that_is_moved_is_written_anew(vision, written, settings):
    settings.WAGTAILREDIRECTS_AUTO_CREATE = False
    other = ProgrammeFactory(parent=vision.get_parent())
    written.clear()

    Page.objects.get(pk=vision.pk).move(other, "last-child")

    path = document_of(other).path
    moved = Document.objects.filter(kind="Stage", path__startswith=path)
    assert written == [source_of(vision)]
    assert len(moved) == 3
    assert differences() == []


def test_no_page_is_written_anew_when_a_site_begins_with_it(vision, written):
    site = Site.objects.create(hostname="zweite.example", root_page=vision)

    assert written == [source_of(site)]
    assert Document.objects.filter(kind="Stage", site=site.pk).count() == 3
    assert differences() == []


def test_pages_are_written_when_they_come_to_where_they_may_be_read(vision, root, written):
    home = vision.get_parent()
    private = ProgrammeFactory(parent=root)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    Page.objects.get(pk=vision.pk).move(private, "last-child")
    assert document_of(vision) is None
    assert not Document.objects.filter(kind="Stage").exists()
    written.clear()

    Page.objects.get(pk=vision.pk).move(Page.objects.get(pk=home.pk), "last-child")

    assert {*written} >= {source_of(page) for page in Page.objects.descendant_of(vision)}
    assert Document.objects.filter(kind="Stage").count() == 3
    assert differences() == []


def test_it_does_not_matter_when_what_was_private_was_opened(vision, root):
    home = vision.get_parent()
    restriction = PageViewRestriction.objects.create(page=home, restriction_type="login")

    with collecting():
        restriction.delete()
        Page.objects.get(pk=vision.pk).move(ProgrammeFactory(parent=root), "last-child")

    assert Document.objects.filter(kind="Stage").count() == 3
    assert differences() == []
