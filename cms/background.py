"""Runs tasks beside the requests of a serving process; in a command they run at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from django.db import connection, transaction
from django_tasks import TaskResult
from django_tasks.backends.immediate import ImmediateBackend

_server: ThreadPoolExecutor | None = None


class BackgroundBackend(ImmediateBackend):
    """Nothing but a thread: what waits when the process ends is lost.

    It starts with the commit, because it reads on a connection of its own.
    Renditions are made up for by `manage.py documents renditions`.
    """

    def _execute_task(self, task_result: TaskResult[Any]) -> None:
        if _server is None:
            super()._execute_task(task_result)
        else:
            execute = super()._execute_task
            submit = partial(_server.submit, run, execute, task_result)
            if connection.in_atomic_block:
                transaction.on_commit(submit)
            else:
                submit()


def run(execute: Callable[[TaskResult[Any]], None], task_result: TaskResult[Any]) -> None:
    try:
        execute(task_result)
    finally:
        connection.close()


def start() -> None:
    """Have this process run its tasks in a thread from now on; after it was forked."""
    global _server  # noqa: PLW0603
    if _server is None:
        _server = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tasks")
