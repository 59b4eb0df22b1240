"""`manage.py documents`, and what happens at the start."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.migrations import Migration, RemoveIndex, RunSQL
from django.utils import timezone
from wagtail.models import Page

from graphql_api.documents import atomicity, following, refresh
from graphql_api.documents.models import Document, Version
from tests.documents.conftest import differences, document_of
from tests.factories import ContactPointFactory, StageFactory, VisionFactory


@pytest.fixture
def vision(programme):
    return VisionFactory(parent=programme, title="Köln 21")


def test_verify_finds_nothing(vision, capsys):
    call_command("documents", "verify")

    assert capsys.readouterr().err == ""


@pytest.mark.django_db(transaction=True)
def test_prune_forgets_what_documents_said_before_a_day(capsys):
    contact = ContactPointFactory(name="Alt")
    contact.name = "Neu"
    contact.save()
    days = [timezone.localdate() + timedelta(days=days) for days in (-1, 1)]
    for day in days:
        call_command("documents", "prune", "--before", day.isoformat())

    assert capsys.readouterr().out.split("\n")[:2] == [
        "0 vergangene Fassungen vergessen.",
        "1 vergangene Fassungen vergessen.",
    ]
    names = Version.objects.filter(key=contact.translation_key).values_list("data__name", flat=True)
    assert [*names] == ["Neu"]


def test_verify_names_page_and_field(vision, capsys):
    Page.objects.filter(pk=vision.pk).update(title="Köln 22")
    with pytest.raises(CommandError) as failed:
        call_command("documents", "verify")

    assert failed.value.returncode == 1
    assert (
        f"Köln 22 (wagtailcore.page:{vision.pk}) de: title: 'Köln 21' should be 'Köln 22'"
        in capsys.readouterr().out
    )


def test_verify_finds_what_is_absent_and_what_is_too_much(vision):
    stage = StageFactory(parent=vision, title="Stufe")
    Document.objects.filter(source=f"wagtailcore.page:{vision.pk}").delete()
    Document.objects.create(kind="Stage", key=vision.translation_key, data={}, source="a.b:1")
    Document.objects.filter(source=f"wagtailcore.page:{stage.pk}").update(
        source="wagtailcore.page:999999"
    )

    assert {line.split(": ", 1)[1] for line in differences()} == {
        "document: 'absent' should be 'public'",
        "document: 'public' should be 'absent'",
    }


def test_verify_finds_a_wrong_column(vision):
    Document.objects.filter(source=f"wagtailcore.page:{vision.pk}").update(facets=["falsch"])

    assert "facets" in differences()[0]


def test_verify_warns_of_expired_pages_that_are_live(vision, capsys):
    past = timezone.now() - timedelta(days=1)
    Page.objects.filter(pk=vision.pk).update(expire_at=past)
    Document.objects.filter(source=f"wagtailcore.page:{vision.pk}").update(expires_at=past)
    call_command("documents", "verify")

    assert "Köln 21" in capsys.readouterr().err


def test_rebuild_mends_everything(vision, monkeypatch, capsys):
    monkeypatch.setattr(refresh, "BATCH", 2)
    ContactPointFactory()
    Document.objects.filter(kind="Vision").delete()
    Document.objects.create(kind="Stage", key=vision.translation_key, data={}, source="a.b:1")
    Page.objects.filter(pk=vision.get_parent().pk).update(title="Anders")
    assert differences() != []

    call_command("documents", "rebuild")

    assert differences() == []
    assert document_of(vision)
    assert str(Document.objects.count()) in capsys.readouterr().out


def test_what_was_there_before_gets_documents_when_the_app_is_migrated(vision):
    app = apps.get_app_config("graphql_api")
    changed, indexed = Migration("changed", "graphql_api"), Migration("indexed", "graphql_api")
    changed.operations = [RunSQL("SELECT 1"), RemoveIndex("document", "document_list")]
    indexed.operations = [RemoveIndex("document", "document_list")]
    Document.objects.all().delete()
    for plan in ([], [(indexed, False)], [(changed, True)]):
        following.migrated(app, plan=plan)
        assert not Document.objects.exists()

    following.migrated(app, plan=[(indexed, False), (changed, False)])
    assert differences() == []
    assert document_of(vision)


def test_a_version_of_wagtail_without_our_names_is_refused(monkeypatch):
    monkeypatch.setattr(atomicity, "_missing", [])
    assert atomicity.check_wrapped() == []

    atomicity.replace("wagtail.actions.publish_revision.PublishRevisionAction.gone")
    atomicity.replace("wagtail.nowhere.Nothing.execute")

    assert [error.id for error in atomicity.check_wrapped()] == ["graphql_api.E001"] * 2


def test_wrapping_twice_wraps_once():
    from wagtail.actions.move_page import MovePageAction

    wrapped = MovePageAction.execute
    atomicity.wrap()

    assert MovePageAction.execute is wrapped
