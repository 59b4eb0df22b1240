"""A page is changed with all below it: as many statements for many as for few."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, Site

from graphql_api.documents import collector
from graphql_api.documents.models import Document
from tests.documents.conftest import differences
from tests.factories import ProgrammeFactory, StageFactory, VisionFactory

FEW, MANY = 5, 25
# Wagtail's redirects ask for the language of each page.
OF_REDIRECTS = 'FROM "wagtailcore_locale" WHERE "wagtailcore_locale"."id" ='

Act = Callable[[], object]


@pytest.fixture
def tree(programme):
    def tree(below: int):
        vision = VisionFactory(parent=programme)
        for _ in range(below):
            StageFactory(parent=vision)
        return vision

    return tree


@pytest.fixture
def statements(django_capture_on_commit_callbacks):
    """Count the statements of a change, with all that follows its commit."""

    def statements(act: Act) -> int:
        committed = django_capture_on_commit_callbacks(execute=True)
        with CaptureQueriesContext(connection) as asked, committed:
            act()
        return sum(OF_REDIRECTS not in statement["sql"] for statement in asked)

    return statements


def moving(page: Page) -> Act:
    other = ProgrammeFactory(parent=page.get_parent())
    return lambda: page.move(other, "last-child")


def restricting(page: Page) -> Act:
    return lambda: PageViewRestriction.objects.create(page=page, restriction_type="login")


def releasing(page: Page) -> Act:
    restricting(page)()
    return PageViewRestriction.objects.get(page=page).delete


def renaming(page: Page) -> Act:
    page.slug = f"{page.slug}-neu"
    return page.save_revision().publish


def beginning_a_site(page: Page) -> Act:
    """A page below which others stand becomes the root of a site of its own."""
    return lambda: Site.objects.create(hostname=f"{page.slug}.example", root_page=page)


CHANGES = [moving, restricting, releasing, renaming, beginning_a_site]


@pytest.mark.parametrize("change", CHANGES)
def test_a_subtree_takes_no_more_statements_for_more_pages(tree, statements, change):
    few, many = change(tree(FEW)), change(tree(MANY))
    statements(change(tree(FEW)))  # fills Wagtail's caches

    assert statements(few) == statements(many)
    assert differences() == []


def unpublishing(page: Page) -> Act:
    user = User.objects.get_or_create(username="administration", is_superuser=True)[0]
    action = UnpublishPageAction(page, user=user, include_descendants=True)
    return lambda: action.execute(skip_permission_checks=True)


def test_documents_of_an_unpublished_subtree_are_withdrawn_at_once(tree, monkeypatch):
    """Wagtail unpublishes one page after the other; what follows of it is done once."""
    flush, asked = collector.flush, []

    def counted(changes):
        with CaptureQueriesContext(connection) as statements:
            flush(changes)
        asked.append(len(statements))

    unpublishing(tree(FEW))()
    acts = [unpublishing(tree(number)) for number in (FEW, MANY)]
    monkeypatch.setattr(collector, "flush", counted)
    for act in acts:
        act()

    assert asked == [asked[0]] * 2
    assert not Document.objects.filter(kind="Stage").exists()
    assert differences() == []
