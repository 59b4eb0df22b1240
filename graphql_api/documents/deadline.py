"""How long an operation may read: a watch cancels the statement that still runs at its end.

PostgreSQL's own statement_timeout would cost a statement for each request, and would hold for
whatever else the connection is used for.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Condition, Lock, Thread
from time import monotonic, sleep

import psycopg

from graphql_api.errors import LimitExceeded

INTERVAL = 0.05
CANCELLING = 2.0  # seconds for the database to hear of it


@dataclass(eq=False, slots=True)
class Deadline:
    """The end of an operation's time on a connection; `passed` once that cut something off."""

    seconds: float
    connection: psycopg.Connection
    at: float = field(init=False)
    passed: bool = False
    running: bool = True
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.at = monotonic() + self.seconds

    def check(self) -> None:
        """Raise LimitExceeded where there is no time for another statement."""
        self.passed = self.passed or monotonic() > self.at
        if self.passed:
            raise self.error()

    def error(self) -> LimitExceeded:
        return LimitExceeded("seconds", self.seconds)

    def cancel(self) -> None:
        """Cancel what runs; the lock keeps it from hitting what comes after."""
        with self.lock, suppress(psycopg.Error):
            if self.running:
                self.passed = True
                self.connection.cancel_safe(timeout=CANCELLING)


class Watch:
    """The one thread of a process that looks at the deadlines, while there are any."""

    def __init__(self) -> None:
        self.deadlines: set[Deadline] = set()
        self.changed = Condition()
        self.thread: Thread | None = None

    def add(self, deadline: Deadline) -> None:
        with self.changed:
            self.deadlines.add(deadline)
            # A fork takes no threads along.
            if self.thread is None or not self.thread.is_alive():
                self.thread = Thread(target=self.look, name="deadlines", daemon=True)
                self.thread.start()
            self.changed.notify()

    def remove(self, deadline: Deadline) -> None:
        with self.changed:
            self.deadlines.discard(deadline)
        with deadline.lock:
            deadline.running = False

    def look(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.deadlines)
                over = [one for one in self.deadlines if one.at < monotonic()]
                self.deadlines.difference_update(over)
            for deadline in over:
                deadline.cancel()
            sleep(INTERVAL)


_watch = Watch()


@contextmanager
def within(seconds: float, connection: psycopg.Connection) -> Iterator[Deadline]:
    """Give what reads on a connection so many seconds."""
    deadline = Deadline(seconds, connection)
    _watch.add(deadline)
    try:
        yield deadline
    finally:
        _watch.remove(deadline)
