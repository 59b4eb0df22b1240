"""The site's tasks: at once in commands, in a thread where requests are served."""

from threading import Event, current_thread

import pytest
from django.core.checks import run_checks
from django_tasks import TaskResultStatus, task

from cms import background

BACKEND = {"default": {"BACKEND": "cms.background.BackgroundBackend"}}
ran: dict[str, str] = {}
gate, done = Event(), Event()


@task()
def note_thread(name: str) -> None:
    gate.wait(5)
    ran[name] = current_thread().name
    done.set()
    if name == "broken":
        raise ValueError


@pytest.fixture
def serving(settings, monkeypatch):
    """Make this a process that serves requests."""
    settings.TASKS = BACKEND
    monkeypatch.setattr(background, "_server", None)
    gate.clear()
    done.clear()
    background.start()
    yield
    background._server.shutdown()


def test_a_command_ends_after_its_tasks(settings):
    settings.TASKS = BACKEND
    gate.set()

    result = note_thread.enqueue("command")

    assert result.status == TaskResultStatus.SUCCESSFUL
    assert ran["command"] == "MainThread"


def test_a_request_does_not_wait_for_a_task(serving):
    result = note_thread.enqueue("request")
    assert result.status != TaskResultStatus.SUCCESSFUL
    assert "request" not in ran

    gate.set()
    assert done.wait(5)
    assert ran["request"].startswith("tasks")


def test_a_task_starts_with_the_commit_of_what_it_reads(
    serving, db, django_capture_on_commit_callbacks
):
    gate.set()
    with django_capture_on_commit_callbacks(execute=True):
        note_thread.enqueue("committed")
        assert "committed" not in ran

    assert done.wait(5)
    assert ran["committed"].startswith("tasks")


def test_a_task_that_fails_stops_no_other(serving):
    gate.set()
    note_thread.enqueue("broken")
    note_thread.enqueue("after")
    background._server.shutdown(wait=True)

    assert ran["after"].startswith("tasks")


def test_deploying_with_tasks_that_make_editors_wait_is_warned_of(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    assert "graphql_api.W002" in {
        message.id for message in run_checks(include_deployment_checks=True)
    }

    settings.TASKS = BACKEND
    assert "graphql_api.W002" not in {
        message.id for message in run_checks(include_deployment_checks=True)
    }
