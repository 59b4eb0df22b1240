"""The demo publishes and withdraws by itself what is due."""

from datetime import timedelta
from threading import Event

import pytest
from django.core.management import CommandError
from django.utils import timezone
from wagtail.models import Page

from cms import schedule
from tests.factories import ProgrammeFactory, VisionFactory


@pytest.fixture
def open_connection(monkeypatch):
    """Keep the test's own connection, in which nothing is committed."""
    monkeypatch.setattr(schedule.connection, "close", lambda: None)


def test_what_is_due_is_published_and_what_is_over_is_withdrawn(db, open_connection):
    programme = ProgrammeFactory(parent=Page.get_first_root_node())
    early, late, over = (
        VisionFactory(parent=programme, live=False),
        VisionFactory(parent=programme, live=False),
        VisionFactory(parent=programme),
    )
    hour = timedelta(hours=1)
    for page, moment in ((early, timezone.now() - hour), (late, timezone.now() + hour)):
        page.go_live_at = moment
        revision = page.save_revision()
        revision.approved_go_live_at = moment
        revision.save()
    Page.objects.filter(pk=over.pk).update(expire_at=timezone.now() - hour)

    schedule.publish()

    live = Page.objects.live().values_list("pk", flat=True)
    assert {page.pk in live for page in (late, over)} == {False}
    assert early.pk in live


def test_what_fails_does_not_end_the_thread(monkeypatch, caplog):
    tried, again = Event(), Event()

    def fail(name: str) -> None:
        assert name == "publish_scheduled"
        (again if tried.is_set() else tried).set()
        raise CommandError("„Köln 21“ konnte nicht veröffentlicht werden.")

    monkeypatch.setattr(schedule, "SECONDS", 0.01)
    monkeypatch.setattr(schedule, "call_command", fail)
    ended = schedule.start()

    assert again.wait(5)
    ended.set()
    assert "konnte nicht veröffentlicht werden" in caplog.text
