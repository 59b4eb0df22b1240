"""A change purges what it made invalid: once it is committed, and again where that failed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.test import TestCase
from django_tasks import default_task_backend
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from graphql_api.documents.refresh import rebuild
from graphql_api.documents.tags import tag
from graphql_api.models import Document, PurgeState
from graphql_api.purging import invalid, tasks
from graphql_api.purging.sending import PurgeFailed
from graphql_api.purging.tasks import purge_again, purge_target
from tests.committing import stamp
from tests.factories import StageFactory, VisionFactory
from tests.purging.caches import serving

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAME = "edge"


@pytest.fixture
def server(city, settings, monkeypatch):
    """Give what is sent to a cache that knows everything up to now."""
    monkeypatch.setattr(tasks, "PAUSES", (0, 0))
    stamp()
    with serving() as server:
        settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
        settings.GRAPHQL_API_PURGING = {NAME: {"product": "varnish", "url": server.url}}
        PurgeState.objects.create(target=NAME, seq=invalid.last_seq())
        yield server


@pytest.fixture
def deferring(settings):
    """Have tasks wait for their time, for ever."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def done(action, *args, **kwargs):
    """Do something, and what follows its commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        found = action(*args, **kwargs)
        stamp()
    return found


def publish(page, title="Neu"):
    page.title = title
    page.save_revision().publish()


def named(*named):
    return {tag(*one) for one in named}


def state():
    return PurgeState.objects.get(target=NAME)


def of(kind, row):
    return [("document", str(row.key)), ("kind", kind), ("kind", f"{kind} de"), ("pages",)]


def of_place(row):
    return [("path", row.path[:-1]), ("children", str(row.parent)), ("position", row.position)]


def test_a_change_purges_the_document_and_where_it_is_found(city, server):
    done(publish, city.vision)

    row = Document.objects.get(key=city.vision.translation_key)
    facets = [("facet", facet) for facet in row.facets]
    assert server.tags == [named(("changes",), *of("Vision", row), *of_place(row), *facets)]
    assert (state().seq, state().failures) == (invalid.last_seq(), 0)


def test_a_move_purges_where_it_was_and_where_it_is(city, server):
    before = Document.objects.get(key=city.first.translation_key)

    done(city.first.move, city.administration, "last-child")

    after = Document.objects.get(key=city.first.translation_key)
    assert before.path != after.path
    [purged] = server.tags
    assert purged >= named(*of_place(before), *of_place(after), *of("Stage", after))
    # Both visions have other days by it.
    assert purged >= named(("document", str(before.parent)), ("document", str(after.parent)))


def test_what_does_not_shift_the_days_leaves_the_initiative(city, server):
    done(publish, city.first)

    assert server.tags[0].isdisjoint(named(("document", str(city.vision.translation_key))))
    done(StageFactory, parent=city.vision)
    assert server.tags[1] >= named(("document", str(city.vision.translation_key)))


def test_what_a_redirect_leads_to_purges_the_redirect(city, server):
    done(Redirect.objects.create, old_path="/alt", redirect_page=city.vision)
    done(Redirect.objects.create, old_path="/neu", redirect_link="/de/stadt-der-zukunft/neu/")
    redirects = named(("kind", "Redirect"), ("path", "/neu"))
    server.requests.clear()

    done(publish, city.vision)
    done(publish, city.administration)
    done(VisionFactory, parent=city.programme, slug="neu")

    first, second, third = server.tags
    assert first >= named(("kind", "Redirect"), ("path", "/alt"))
    assert second.isdisjoint(redirects)
    assert third >= redirects


def test_a_site_purges_everything(city, server):
    site = Site.objects.get()
    site.hostname = "andere.example"

    done(site.save)

    assert server.tags == [named(("everything",))]


def test_what_is_written_past_wagtail_is_purged_with_the_next_change(city, server):
    done(Page.objects.filter(pk=city.vision.pk).update, live=False)
    assert server.requests == []

    done(publish, city.project)

    assert server.tags[0] >= named(("document", str(city.vision.translation_key)))


def test_a_rebuild_purges_what_it_changed(city, server):
    Document.objects.filter(key=city.vision.translation_key).update(content_hash="x")
    stamp()

    done(lambda: [*rebuild()])

    assert server.tags[0] >= named(("document", str(city.vision.translation_key)))


def test_what_says_the_same_purges_nothing(city, server):
    before = invalid.last_seq()

    done(city.vision.save)

    assert invalid.last_seq() == before
    assert server.requests == []


def test_what_is_rolled_back_purges_nothing(city, server):
    with TestCase.captureOnCommitCallbacks(execute=True) as callbacks, transaction.atomic():
        publish(city.vision)
        transaction.set_rollback(True)

    assert callbacks == []
    assert server.requests == []


def test_without_targets_nothing_is_sent(city, server, settings):
    settings.GRAPHQL_API_PURGING = {}

    with TestCase.captureOnCommitCallbacks(execute=True) as callbacks:
        publish(city.vision)

    assert [one for one in callbacks if "purge" in repr(one)] == []
    assert server.requests == []


def test_what_comes_together_is_purged_together(city, server):
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(city.vision)
        publish(city.project)
        stamp()

    assert len(server.requests) == 1


def test_a_new_target_forgets_everything_first(city, server):
    PurgeState.objects.all().delete()

    done(publish, city.vision)
    done(publish, city.vision, "Anders")

    assert server.tags[0] == named(("everything",))
    assert named(("everything",)).isdisjoint(server.tags[1])


@pytest.mark.parametrize("most", ["MOST_VERSIONS", "MOST_TAGS"])
def test_much_at_once_is_everything(city, server, monkeypatch, most):
    monkeypatch.setattr(invalid, most, 0)

    done(publish, city.vision)

    assert server.tags == [named(("everything",))]


def test_a_restored_database_is_everything(city, server):
    PurgeState.objects.update(seq=invalid.last_seq() + 1_000)

    done(publish, city.vision)

    assert server.tags == [named(("everything",))]


def test_what_fails_is_tried_again_and_made_up_for(city, server, caplog):
    server.status = 503
    done(publish, city.vision)

    assert len(server.requests) == 3
    assert (state().failures, state().error) == (1, "127.0.0.1 answered 503")
    assert "Purging edge failed: 127.0.0.1 answered 503." in caplog.text

    server.status, server.requests = 200, []
    done(publish, city.project)

    keys = [city.vision.translation_key, city.project.translation_key]
    assert server.tags[0] >= named(*(("document", str(key)) for key in keys))
    assert (state().failures, state().error, state().failed_at) == (0, "", None)


def test_a_refusal_is_not_tried_again(city, server):
    server.status = 403
    done(publish, city.vision)

    assert len(server.requests) == 1
    assert state().error == "127.0.0.1 answered 403"


def test_one_that_fails_stops_no_other(city, server, settings):
    broken = {"product": "varnish", "url": "http://127.0.0.1:9/"}
    settings.GRAPHQL_API_PURGING = {"broken": broken, **settings.GRAPHQL_API_PURGING}

    done(publish, city.vision)

    assert len(server.requests) == 1
    assert PurgeState.objects.get(target="broken").failures == 1


def enqueued(now):
    """Give what is put off, for how many seconds and with which arguments; and forget it."""
    found = [
        ((one.task.run_after - now).total_seconds(), one.task.func, one.args)
        for one in default_task_backend.results
        if one.task.run_after
    ]
    default_task_backend.clear()
    return found


def test_retries_are_put_off_longer_each_time_and_end(
    city, server, deferring, time_machine, caplog
):
    publish(city.vision)
    stamp()
    server.status = 503
    waits = []
    for tried in range(6):
        now = NOON + timedelta(days=tried)
        time_machine.move_to(now, tick=False)
        with pytest.raises(PurgeFailed):
            purge_target.func(NAME, tried)
        waits += enqueued(now)
        assert ("failed" in caplog.text) == (tried == 5)

    again = purge_target.func
    assert waits == [
        (10, again, [NAME, 1]),
        (60, again, [NAME, 2]),
        (300, again, [NAME, 3]),
        (1_800, again, [NAME, 4]),
        (7_200, again, [NAME, 5]),
    ]
    assert state().failures == 6


def test_many_changes_wait_for_one_retry(city, server, deferring, time_machine):
    time_machine.move_to(NOON, tick=False)
    server.status = 503
    for number in range(3):
        publish(city.vision, f"Titel {number}")
        stamp()
        with pytest.raises(PurgeFailed):
            purge_target.func(NAME)

    assert enqueued(NOON) == [(10, purge_target.func, [NAME, 1])]


def test_what_a_cache_was_given_just_before_is_purged_once_more(
    city, server, deferring, time_machine
):
    time_machine.move_to(NOON, tick=False)
    before = invalid.last_seq()
    publish(city.vision)
    stamp()

    purge_target.func(NAME)

    span = [NAME, before, invalid.last_seq()]
    assert enqueued(NOON) == [(3, purge_again.func, span)]
    purge_again.func(*span)
    assert server.tags[0] == server.tags[1]


def test_a_target_that_is_gone_is_no_error(city, server, settings):
    settings.GRAPHQL_API_PURGING = {}

    purge_target.func(NAME)
    purge_again.func(NAME, 0, 1)

    assert server.requests == []
