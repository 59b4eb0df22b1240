"""Tokens are bound to who edits and to one draft; they end, and so does what they opened."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from graphql_api.frontends.models import Frontend
from graphql_api.previews.clearing import REMEMBERED
from graphql_api.previews.models import Draft, DraftRow, SharedPreview
from graphql_api.previews.sharing import share
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.previews.test_sharing import member
from vision_pages.models import VisionPage

VISIONS = "{ visions { nodes { title } } }"


@pytest.fixture
def editor(db) -> User:
    return member("Redaktion", "add", "change")


@pytest.fixture
def opens(ask):
    """Say whether a draft's token opens it."""

    def opens(draft, title="Aachen 21") -> bool:
        answer = ask(VISIONS, headers={"X-Preview-Token": token(draft)})
        if "errors" in answer:
            [error] = answer["errors"]
            assert error["extensions"]["code"] == "INVALID_PREVIEW_TOKEN"
            assert "data" not in answer
            return False
        return title in [vision["title"] for vision in answer["data"]["visions"]["nodes"]]

    return opens


@pytest.fixture
def page(city) -> VisionPage:
    page = VisionPage.objects.get(pk=city.vision.pk)
    page.title = "Aachen 21"
    return page


@pytest.fixture
def draft(page, editor) -> Draft:
    return store(page, editor)


@pytest.fixture
def shared(page, editor) -> SharedPreview:
    frontend = Frontend.objects.create(name="Stadt", base_address="https://stadt.example")
    ends_at = timezone.now() + timedelta(days=7)
    return share(page, editor, name="Agentur", ends_at=ends_at, frontend=frontend)


def test_it_holds_for_an_hour_after_the_last_refresh(draft, page, editor, opens):
    begun = timezone.now()
    with time_machine.travel(begun + timedelta(minutes=50), tick=False):
        store(page, editor)
    with time_machine.travel(begun + timedelta(minutes=100), tick=False):
        assert opens(draft)
    with time_machine.travel(begun + timedelta(minutes=111), tick=False):
        assert not opens(draft)


def test_it_is_bound_to_its_draft(city, draft, editor, opens):
    other = VisionPage.objects.get(pk=city.administration.pk)
    other.title = "Anderes"
    theirs = store(other, editor)

    assert opens(draft, "Aachen 21")
    assert not opens(draft, "Anderes")
    assert opens(theirs, "Anderes")
    assert not opens(theirs, "Aachen 21")


def test_it_ends_with_its_authors_account(draft, editor, opens):
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert not opens(draft)
    User.objects.filter(pk=editor.pk).update(is_active=True)
    assert opens(draft)

    editor.delete()

    assert not Draft.objects.exists()


def test_it_ends_with_its_authors_right(draft, editor, opens):
    editor.groups.clear()

    assert not opens(draft)


def test_that_of_a_new_page_ends_with_the_right_to_add_one(city, editor, opens):
    page = VisionPage(title="Neu", slug="neu", summary="Neu.")
    page.depth = city.programme.depth + 1
    page.path = VisionPage._get_path(city.programme.path, page.depth, 99)
    page.locale = city.programme.locale
    draft = store(page, editor)
    assert opens(draft, "Neu")

    editor.groups.clear()

    assert not opens(draft, "Neu")


def test_it_ends_with_the_page(city, draft, opens):
    VisionPage.objects.get(pk=city.vision.pk).delete()

    assert not opens(draft)


def test_it_ends_when_its_author_logs_out(draft, shared, editor, opens):
    client = Client()
    client.force_login(editor)

    client.post("/admin/logout/")

    assert not opens(draft)
    assert opens(shared.draft)


def test_a_command_revokes_what_somebody_has_open(draft, shared, editor, opens, capsys):
    with pytest.raises(CommandError, match="Niemand heißt niemand"):
        call_command("previews", "revoke", "--user", "niemand")

    call_command("previews", "revoke", "--user", "Redaktion")

    assert capsys.readouterr().out == "2 Entwürfe gelöscht.\n"
    assert not opens(draft)
    assert not DraftRow.objects.exists()
    shared.refresh_from_db()
    assert shared.draft is None
    assert timezone.now() - shared.revoked_at < timedelta(minutes=1)


def test_a_command_revokes_all(draft, opens):
    call_command("previews", "revoke", "--all")

    assert not opens(draft)


@pytest.mark.parametrize("command", [["previews", "clear"], ["publish_scheduled"]])
def test_what_is_over_is_deleted(draft, shared, command):
    ends_at = shared.ends_at

    def left():
        call_command(*command)
        return Draft.objects.count(), SharedPreview.objects.count()

    with time_machine.travel(timezone.now() + timedelta(minutes=59)):
        assert left() == (2, 1)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert left() == (1, 1)
    with time_machine.travel(ends_at + timedelta(minutes=1)):
        assert left() == (0, 1)
    with time_machine.travel(ends_at + REMEMBERED + timedelta(minutes=1)):
        assert left() == (0, 0)
    assert not DraftRow.objects.exists()


def test_two_first_previews_at_once_are_one_draft(page, editor):
    draft = store(page, editor)

    assert store(page, editor) == draft
    assert Draft.objects.filter(author=editor).count() == 1
