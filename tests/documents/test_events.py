"""The traps of Wagtail's events, E1 to E16: each named as it was found."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import page_published, page_unpublished, published

from graphql_api.documents import projection
from graphql_api.documents.errors import ProjectionError
from tests.documents.conftest import differences, document_of
from tests.factories import (
    ContactPointFactory,
    ParticipationEventFactory,
    ProgrammeFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import VisionPage


@pytest.fixture
def vision(programme):
    vision = VisionFactory(parent=programme, title="Alt")
    vision.save_revision().publish()
    return VisionPage.objects.get(pk=vision.pk)


@pytest.fixture
def failing(monkeypatch):
    """Let the projection of everything titled “kaputt” fail."""
    said = projection.said

    def fails(instance, source, names):
        if getattr(instance, "title", getattr(instance, "name", "")) == "kaputt":
            raise ProjectionError("kaputt", "title")
        return said(instance, source, names)

    monkeypatch.setattr(projection, "said", fails)


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(clean=False).publish()


def schedule(page, **changes):
    publish(page, go_live_at=timezone.now() + timedelta(days=1), **changes)


def arrive(page):
    """Let the moment come that a page was scheduled for."""
    Revision.objects.filter(object_id=str(page.pk)).exclude(approved_go_live_at=None).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    for revision in Revision.objects.filter(object_id=str(page.pk)):
        if revision.content.get("go_live_at"):
            revision.content["go_live_at"] = (timezone.now() - timedelta(hours=1)).isoformat()
            revision.save()


def test_e01_a_publish_that_fails_publishes_nothing_and_keeps_the_draft(vision, failing):
    vision.title = "kaputt"
    revision = vision.save_revision()

    with pytest.raises(ProjectionError):
        revision.publish()

    assert VisionPage.objects.get(pk=vision.pk).title == "Alt"
    assert vision.get_latest_revision_as_object().title == "kaputt"
    assert document_of(vision).data["title"] == "Alt"


@pytest.mark.django_db(transaction=True)
def test_e01_a_receiver_that_raises_leaves_the_old_text_public(vision):
    def raises(**kwargs):
        raise RuntimeError

    page_published.connect(raises)
    try:
        with pytest.raises(RuntimeError):
            publish(vision, title="Neu")
    finally:
        page_published.disconnect(raises)

    assert VisionPage.objects.get(pk=vision.pk).title == "Alt"
    assert document_of(vision).data["title"] == "Alt"


@pytest.mark.django_db(transaction=True)
def test_e02_an_expired_page_is_withdrawn_at_the_next_run(vision):
    Page.objects.filter(pk=vision.pk).update(expire_at=timezone.now() - timedelta(hours=1))

    def raises(**kwargs):
        raise RuntimeError

    page_unpublished.connect(raises)
    try:
        with pytest.raises(CommandError):
            call_command("publish_scheduled")
    finally:
        page_unpublished.disconnect(raises)
    assert document_of(vision) is not None

    call_command("publish_scheduled")
    assert document_of(vision) is None


def test_e02_one_faulty_page_does_not_stop_the_others(programme, vision, capsys):
    other = VisionFactory(parent=programme)
    past = timezone.now() - timedelta(hours=1)
    Page.objects.filter(pk__in=[vision.pk, other.pk]).update(expire_at=past)

    def raises(instance, **kwargs):
        if instance.pk == vision.pk:
            raise RuntimeError

    page_unpublished.connect(raises)
    try:
        with pytest.raises(CommandError) as failed:
            call_command("publish_scheduled")
    finally:
        page_unpublished.disconnect(raises)

    assert failed.value.returncode == 1
    assert "Alt" in capsys.readouterr().err
    assert document_of(vision) is not None
    assert document_of(other) is None


def test_e03_a_schedule_survives_a_publish_that_fails(vision, failing):
    schedule(vision, title="kaputt")
    arrive(vision)

    with pytest.raises(CommandError):
        call_command("publish_scheduled")

    assert Revision.objects.exclude(approved_go_live_at=None).count() == 1
    assert document_of(vision).data["title"] == "Alt"


def test_e04_scheduling_shows_nothing_of_the_text_by_its_aliases(programme, vision):
    vision.unpublish()
    alias = vision.create_alias(parent=programme, update_slug="alias")

    schedule(vision, title="Gesperrt")

    alias.refresh_from_db()
    assert alias.live
    assert document_of(alias) is None
    assert document_of(vision) is None


def test_e05_a_restricted_source_hides_its_alias_and_its_translation(programme, vision, english):
    alias = vision.create_alias(parent=programme, update_slug="alias")
    translation = vision.copy_for_translation(english, copy_parents=True)
    publish(translation.specific, title="Cologne")
    assert document_of(alias)
    assert document_of(translation)

    restriction = PageViewRestriction.objects.create(page=vision, restriction_type="login")
    assert document_of(alias) is None
    assert document_of(translation) is None

    restriction.delete()
    assert document_of(alias)
    assert document_of(translation)


def test_e05_so_does_a_source_moved_below_a_restricted_page(root, programme, vision):
    alias = vision.create_alias(parent=programme, update_slug="alias")
    private = root.add_child(instance=Page(title="Intern"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    vision.move(private, "last-child")

    assert document_of(vision) is None
    assert document_of(alias) is None


def test_e05_so_does_a_subtree_moved_below_a_restricted_page(root, vision, english):
    """All of it: what stands below, its aliases, its translations."""
    stage = StageFactory(parent=vision)
    alias = stage.create_alias(parent=vision, update_slug="alias")
    translation = stage.copy_for_translation(english, copy_parents=True)
    publish(translation.specific, title="Stage")
    private = root.add_child(instance=Page(title="Intern"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    vision.move(private, "last-child")
    assert [document_of(page) for page in (stage, alias, translation)] == [None] * 3
    assert differences() == []

    vision.refresh_from_db()
    vision.move(root, "last-child")
    assert None not in [document_of(page) for page in (stage, alias, translation)]
    assert differences() == []


def test_e06_a_live_revision_overwritten_by_autosave_is_no_truth(vision):
    revision = vision.live_revision
    vision.title = "Getippt"
    vision.save_revision(overwrite_revision=revision)
    assert VisionPage.objects.get(pk=vision.pk).live_revision.content["title"] == "Getippt"

    VisionPage.objects.get(pk=vision.pk).save()

    assert document_of(vision).data["title"] == "Alt"
    assert differences() == []


def test_e07_published_does_not_mean_live(programme):
    page = VisionFactory(parent=programme, live=False)
    seen = []
    page_published.connect(lambda instance, **kwargs: seen.append(instance.live), weak=False)

    schedule(page)

    assert seen == [False]
    assert document_of(page) is None
    page_published.receivers.pop()


def test_e07_deleting_a_live_page_withdraws_it(vision):
    stage = StageFactory(parent=vision)
    vision.delete()

    assert document_of(vision) is None
    assert document_of(stage) is None
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_e08_a_source_and_its_aliases_are_published_together_or_not_at_all(programme, vision):
    vision.create_alias(parent=programme, update_slug="alias")

    def raises(instance, **kwargs):
        if instance.alias_of_id:
            raise RuntimeError

    page_published.connect(raises)
    try:
        with pytest.raises(RuntimeError):
            publish(vision, title="Neu")
    finally:
        page_published.disconnect(raises)

    assert VisionPage.objects.get(pk=vision.pk).title == "Alt"
    assert document_of(vision).data["title"] == "Alt"


def test_e09_a_new_address_is_there_in_the_same_transaction(vision):
    stage = StageFactory(parent=vision, slug="stufe")
    with transaction.atomic():
        publish(vision, slug="neu")

        assert document_of(vision).path.endswith("/neu/")
        assert document_of(stage).path.endswith("/neu/stufe/")


@pytest.mark.django_db(transaction=True)
def test_e09_automatic_redirects_have_documents(vision, root):
    publish(vision, slug="neu")

    assert [row.data["page"] for row in redirects()] == [str(vision.translation_key)]
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_e09_a_move_leaves_redirects_from_where_pages_were_public(vision, root):
    public, draft = StageFactory(parent=vision), StageFactory(parent=vision, live=False)
    vision.move(ProgrammeFactory(parent=root), pos="last-child")

    keys = {str(page.translation_key) for page in (vision, public)}
    assert {row.data["page"] for row in redirects()} == keys
    assert not Redirect.objects.filter(redirect_page=draft).exists()


@pytest.mark.django_db(transaction=True)
def test_e09_an_address_that_was_never_public_leaves_no_redirect(vision):
    draft = VisionFactory(parent=vision.get_parent(), title="Entwurf", live=False)
    publish(draft, slug="erste")
    assert not Redirect.objects.exists()

    publish(draft, slug="zweite")
    draft.unpublish()
    draft.slug = "dritte"
    draft.save()
    publish(draft, slug="vierte")

    assert [row.old_path.split("/")[-1] for row in Redirect.objects.all()] == ["erste", "zweite"]
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_e09_redirects_that_were_there_before_stay(vision):
    Redirect.objects.create(
        old_path="/de/uralt", redirect_page_id=vision.pk, automatically_created=True
    )
    publish(vision, slug="neu")

    assert Redirect.objects.filter(old_path="/de/uralt").exists()


def redirects():
    from graphql_api.documents.models import Document

    return Document.objects.filter(kind="Redirect")


@pytest.mark.django_db(transaction=True)
def test_e10_what_runs_on_commit_can_not_undo_a_publish(vision):
    def after_commit(**kwargs):
        transaction.on_commit(fails)

    def fails():
        raise RuntimeError

    published.connect(after_commit)
    try:
        with pytest.raises(RuntimeError):
            publish(vision, title="Neu")
    finally:
        published.disconnect(after_commit)

    assert VisionPage.objects.get(pk=vision.pk).title == "Neu"
    assert document_of(vision).data["title"] == "Neu"


def test_e11_base_class_saves_are_heard(vision):
    stage = StageFactory(parent=vision)

    Page.objects.get(pk=vision.pk).unpublish()
    assert document_of(vision) is None

    publish(vision)
    from django.contrib.auth import get_user_model
    from wagtail.actions.unpublish_page import UnpublishPageAction

    user = get_user_model().objects.create_superuser("redaktion")
    page = Page.objects.get(pk=vision.pk)
    UnpublishPageAction(page, user=user, include_descendants=True).execute()

    assert document_of(vision) is None
    assert document_of(stage) is None


@pytest.mark.django_db(transaction=True)
def test_e12_a_restriction_and_its_withdrawal_are_one(vision, failing):
    vision.title = "kaputt"
    with pytest.raises(ProjectionError):
        vision.save()
    Page.objects.filter(pk=vision.pk).update(title="kaputt")

    # Withdrawing needs no projection, so it works where publishing would not.
    restriction = PageViewRestriction.objects.create(page=vision, restriction_type="login")
    assert document_of(vision) is None

    with pytest.raises(ProjectionError):
        restriction.delete()
    assert PageViewRestriction.objects.filter(page=vision).exists()


@pytest.mark.django_db(transaction=True)
def test_e13_a_snippet_and_its_document_are_one(db, failing):
    contact = ContactPointFactory(name="Alt")
    contact.name = "kaputt"

    with pytest.raises(ProjectionError):
        contact.save_revision().publish()

    contact.refresh_from_db()
    assert contact.name == "Alt"
    assert document_of(contact).data["name"] == "Alt"


@pytest.mark.django_db(transaction=True)
def test_e14_a_publish_after_the_commit_is_whole_too(vision, failing):
    """As wagtail-localize publishes: on commit, when no transaction is open any more."""
    vision.title = "kaputt"
    with pytest.raises(ProjectionError), transaction.atomic():
        transaction.on_commit(vision.save_revision().publish)

    assert not connection.in_atomic_block
    assert document_of(vision).data["title"] == "Alt"
    assert VisionPage.objects.get(pk=vision.pk).title == "Alt"


def test_e15_no_primary_key_of_an_inline_row_is_in_a_document(vision):
    stage = StageFactory(parent=vision)
    event = ParticipationEventFactory(page=stage)
    old = stage.save_revision()
    before = document_of(stage).data["participation_events"]

    stage.participation_events.set([])
    stage.save_revision().publish()
    old.publish()

    assert document_of(stage).data["participation_events"] == before
    assert before[0]["id"] == str(event.translation_key)
    assert "pk" not in before[0]


def test_e16_a_translation_goes_with_its_source(vision, english):
    translation = vision.copy_for_translation(english, copy_parents=True)
    publish(translation.specific, title="Cologne")

    vision.delete()

    assert document_of(translation) is None
    assert differences() == []


def test_e16_a_placeholder_goes_with_its_source(vision, english):
    placeholder = vision.copy_for_translation(english, copy_parents=True, alias=True)
    assert document_of(placeholder) is None

    vision.delete()

    assert not Page.objects.filter(pk=placeholder.pk).exists()
    assert document_of(placeholder) is None


def test_e16_an_alias_stands_alone_when_its_hidden_source_is_deleted(programme, vision):
    """Wagtail unpublishes the aliases of live pages alone, so the alias is public from then on."""
    alias = vision.create_alias(parent=programme, update_slug="alias")
    Page.objects.filter(pk=vision.pk).update(live=False)
    assert document_of(alias) is None

    VisionPage.objects.get(pk=vision.pk).delete()

    assert Page.objects.get(pk=alias.pk).live
    assert document_of(alias).data["title"] == "Alt"
    assert differences() == []


def test_a_change_flushes_once(vision):
    with patch("graphql_api.documents.collector.flush") as flush:
        publish(vision, title="Neu", slug="neu")

    assert flush.call_count == 1
