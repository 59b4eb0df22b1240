"""What a process knows of the content version, and what it does when it can't know."""

import os

import pytest
from django.db import connection

from graphql_api.caching import listener
from graphql_api.caching import version as versions
from graphql_api.caching.version import DOWN
from tests.caching.conftest import last_seq, until
from tests.factories import ContactPointFactory

# Other tests have databases of their own on the same server.
BACKENDS = """SELECT {what} FROM pg_stat_activity
WHERE application_name = %s AND datname = current_database()"""


def backends(what: str = "pid") -> list[int]:
    """Give, or end, the connections that listen."""
    with connection.cursor() as cursor:
        cursor.execute(BACKENDS.format(what=what), [listener.NAME])
        return [found for (found,) in cursor.fetchall()]


@pytest.fixture
def proven(transactional_db, version):
    until(version.current)
    return version


def test_a_process_knows_nothing_until_it_has_asked(transactional_db, version):
    ContactPointFactory()

    assert version.current() is None
    assert until(version.current) == (1, last_seq())


@pytest.mark.parametrize("beat", [versions.BEAT, 30])
def test_a_version_is_known_soon_after_its_commit(transactional_db, version, monkeypatch, beat):
    """With half a minute from one heartbeat to the next, the announcement alone can tell."""
    monkeypatch.setattr(versions, "BEAT", beat)
    monkeypatch.setattr(versions, "LEASE", 2 * beat)
    before = until(version.current)

    ContactPointFactory()

    assert last_seq() > before.seq
    assert until(lambda: version.current() == (1, last_seq()))
    # It waits for what is announced; so it is woken, and ends.
    version.ended.set()
    ContactPointFactory()


def test_what_took_something_away_is_told_from_what_did_not(proven):
    contact = ContactPointFactory()
    before = until(lambda: proven.current() == (1, last_seq()) and proven.current())
    ContactPointFactory()
    until(lambda: proven.current() == (1, last_seq()))
    # That it took nothing away, the next heartbeat tells.
    until(lambda: proven.may_be_shown(before, 3600))

    contact.delete()
    until(lambda: proven.current() == (1, last_seq()))

    assert not proven.may_be_shown(before, 3600)
    assert until(lambda: proven.may_be_shown(proven.current(), 3600))
    assert not proven.may_be_shown(before, 3600)


def test_an_announcement_that_was_lost_is_made_up_for(transactional_db, version, monkeypatch):
    monkeypatch.setattr(listener, "LISTEN", b"SELECT")
    before = until(version.current)

    ContactPointFactory()

    assert last_seq() > before.seq
    assert until(lambda: version.current() == (1, last_seq()))


def test_after_its_connection_is_cut_it_knows_nothing_of_before(proven):
    backends("pg_terminate_backend(pid)")

    assert until(lambda: proven.current() == (2, last_seq()))


def test_a_database_that_does_not_answer_is_down_for_a_while(proven, monkeypatch):
    known = proven.current()
    monkeypatch.setattr(listener, "PATIENCE", 0.05)
    monkeypatch.setattr(listener, "SINCE", b"SELECT pg_sleep(3), %d")

    until(lambda: proven.failures >= DOWN)

    assert proven.current() is None
    assert proven.is_down()
    assert proven.may_be_shown(known, 3600)
    assert not proven.may_be_shown(known, -versions.LEASE)

    monkeypatch.undo()
    until(proven.current)
    assert not proven.is_down()
    # What was learned over another connection says nothing.
    assert not proven.may_be_shown(known, 3600)


def test_one_failure_is_not_the_end(proven, monkeypatch):
    monkeypatch.setattr(versions, "FIRST_PAUSE", 3600)
    monkeypatch.setattr(versions, "LONGEST_PAUSE", 3600)

    backends("pg_terminate_backend(pid)")
    until(lambda: proven.failures)

    assert proven.current() is None
    assert not proven.is_down()


def test_what_others_announce_does_no_harm(proven):
    with connection.cursor() as cursor:
        cursor.execute("NOTIFY content_version, 'nonsense'")

    assert until(lambda: proven.current() == (2, last_seq()))


def test_a_proof_holds_no_longer_than_its_lease(proven, monkeypatch):
    monkeypatch.setattr(versions, "LEASE", 0)

    assert proven.current() is None


def test_the_database_itself_may_stand_elsewhere(transactional_db, version, settings, monkeypatch):
    settings.GRAPHQL_API_LISTEN_URL = "postgresql://nobody@127.0.0.1:1/nothing"
    version.current()
    until(version.is_down)

    assert version.current() is None


def test_it_ends_when_it_is_told(proven):
    thread = proven.thread
    assert len(backends()) == 1

    proven.stop()

    assert not thread.is_alive()
    until(lambda: not backends())


@pytest.mark.filterwarnings("ignore:.*fork")
def test_a_fork_begins_anew_and_leaves_its_parent_alone(proven):
    child = os.fork()
    if child == 0:  # pragma: no cover
        os._exit(0 if proven.thread is None and proven.proof is None else 1)

    _pid, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    ContactPointFactory()
    assert until(lambda: proven.current() == (1, last_seq()))


def test_it_waits_longer_the_longer_it_fails():
    assert [versions.pause(failures) for failures in (1, 2, 3, 6, 7, 10_000)] == [
        0.05, 0.1, 0.2, 1.6, 2.0, 2.0,
    ]  # fmt: skip
