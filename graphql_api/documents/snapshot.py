"""One state of the documents for all reads of an answer, and the number of its version."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from psycopg.pq import TransactionStatus

from graphql_api.documents.reading import connect

# The first statement takes the snapshot, so the number is that of what is read after it. Both go
# in one message, which cannot be prepared.
BEGIN = """SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SELECT COALESCE(max(seq), 0) FROM graphql_api_version"""


@dataclass(slots=True)
class Observation:
    """What somebody wants to know of how an answer is read on this thread.

    begin: called with the version's number before anything else is read of it; None where reads
    need not see one version. is_whole: in the end, that all of them did. has_failed: a statement
    failed, and with it all after it. is_faulty: something went wrong inside, as the answer says.
    """

    begin: Callable[[int], None] | None
    is_whole: bool = False
    has_failed: bool = False
    is_faulty: bool = False


_thread = local()


@contextmanager
def observed(begin: Callable[[int], None] | None) -> Iterator[Observation]:
    """Have an answer read from one snapshot, and learn of which version; or of faults alone."""
    _thread.observation = observation = Observation(begin)
    try:
        yield observation
    finally:
        _thread.observation = None


def note_fault() -> None:
    """Tell who observes that something went wrong inside."""
    observation: Observation | None = getattr(_thread, "observation", None)
    if observation is not None:
        observation.is_faulty = True


@contextmanager
def snapshot() -> Iterator[None]:
    """Have all reads see one state if somebody observes them; inside a transaction nobody can."""
    observation: Observation | None = getattr(_thread, "observation", None)
    connection = connections[DEFAULT_DB_ALIAS]
    if observation is None or observation.begin is None or connection.in_atomic_block:
        yield
        return
    connect()
    with transaction.atomic():
        with connection.wrap_database_errors:
            cursor = connection.connection.execute(BEGIN, prepare=False)
            cursor.nextset()
            [seq] = cursor.fetchone()
        observation.begin(seq)
        yield
        status = connection.connection.info.transaction_status
        observation.is_whole = status == TransactionStatus.INTRANS and not connection.needs_rollback
        observation.has_failed = not observation.is_whole
