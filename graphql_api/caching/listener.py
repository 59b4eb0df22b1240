"""A connection of its own, over which PostgreSQL tells of new versions and is asked for the last.

No call waits longer than a moment: a server that hangs still acknowledges what it is sent, so
only a limit on this side frees who asks it.
"""

from collections.abc import Callable
from select import POLLIN, poll
from time import monotonic
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg.pq import ExecStatus

from graphql_api import conf

NAME = "graphql_api content version"  # in pg_stat_activity
CONNECTING = 2  # seconds
PATIENCE = 0.6  # seconds for an answer
LISTEN = b"LISTEN content_version"
LATEST = b"SELECT COALESCE(max(seq), 0) FROM graphql_api_version"
# A version without data withdraws a document.
SINCE = b"""SELECT COALESCE(max(seq), 0) AS last,
  COALESCE(max(seq) FILTER (WHERE data IS NULL), 0) AS withdrew
FROM graphql_api_version WHERE seq > %d"""


class Listener:
    """Raises psycopg.OperationalError where the connection is of no use any more.

    seq: the last version it knows. withdrew: the last one that took something away, or may have
    done so before it listened. tell: called with each one that is announced.
    """

    def __init__(self, tell: Callable[[int], None]) -> None:
        self.tell = tell
        self.connection = connected()
        self.wire = self.connection.pgconn
        self.poll = poll()
        self.poll.register(self.wire.socket, POLLIN)
        # Listen first, read second: in between nothing is missed.
        self.ask(LISTEN)
        [self.seq] = self.ask(LATEST)
        self.asked = self.withdrew = self.seq

    def close(self) -> None:
        self.connection.close()

    def prove(self) -> None:
        """Ask for the last version, announced or not, and for the last one that withdrew."""
        seq, withdrew = self.ask(SINCE % self.asked)
        self.asked = max(self.asked, seq)
        self.seq = max(self.seq, seq)
        self.withdrew = max(self.withdrew, withdrew)

    def ask(self, command: bytes) -> list[int]:
        """Send a command; give the numbers it answers, if any."""
        end = monotonic() + PATIENCE
        self.wire.send_query(command)
        self.wire.flush()
        found: list[int] = []
        while True:
            while not self.wire.is_busy():
                result = self.wire.get_result()
                if result is None:
                    return found
                if result.status not in {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK}:
                    raise psycopg.OperationalError(result.error_message.decode())
                if result.ntuples:
                    found = [int(result.get_value(0, n) or 0) for n in range(result.nfields)]
            if monotonic() > end:
                raise psycopg.OperationalError("The database does not answer.")
            self.hear(end)

    def hear(self, until: float) -> None:
        """Wait until something comes, or until a time of `monotonic`."""
        if not self.poll.poll(max(0, until - monotonic()) * 1000):
            return
        self.wire.consume_input()
        while (announced := self.wire.notifies()) is not None:
            self.seq = max(self.seq, int(announced.extra))
            self.tell(self.seq)


def connected() -> psycopg.Connection[Any]:
    """Connect to the server itself: a pooler between would swallow what it announces."""
    given: dict[str, Any] = {
        "autocommit": True,
        "connect_timeout": CONNECTING,
        "application_name": NAME,
    }
    if address := conf.listen_url():
        return psycopg.connect(address, **given)
    parameters = connections[DEFAULT_DB_ALIAS].get_connection_params()
    return psycopg.connect(**{**parameters, **given})
