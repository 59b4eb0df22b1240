"""The content version as this process knows it: proven, unproven, or the database is down."""

import logging
import os
from contextlib import closing
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread
from time import monotonic
from typing import NamedTuple

import psycopg

from graphql_api.caching.listener import Listener

LEASE = 1.0  # seconds for which a proof holds, whatever breaks
BEAT = 0.25  # seconds from one proof to the next
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0  # seconds before it is tried again
DOWN = 2  # failures in a row
UNPROVEN = 0  # no connection has this number

logger = logging.getLogger(__name__)


class Version(NamedTuple):
    """A version of the content, as known over one connection.

    A restored database counts anew, so what was learned over an earlier connection says nothing.
    """

    connection: int
    seq: int


@dataclass(frozen=True, slots=True)
class Proof:
    """asked_at: when the database was asked, in the time of `monotonic`; not when it answered.

    withdrew: the number of the last version that may have taken something away.
    """

    version: Version
    withdrew: int
    asked_at: float
    holds: bool = True


class ContentVersion:
    """Kept by a thread, which starts with the first question; read by requests without a lock."""

    def __init__(self) -> None:
        self.reset()
        # A fork takes no threads along, and a lock as it is at that moment.
        os.register_at_fork(after_in_child=self.reset)

    def reset(self) -> None:
        self.lock = Lock()
        self.ended = Event()
        self.thread: Thread | None = None
        self.proof: Proof | None = None
        self.connections = 0
        self.failures = 0

    def current(self) -> Version | None:
        """Give the version, if it is proven to be the last one."""
        if self.thread is None:
            self.start()
        proof = self.proof
        if proof is None or not proof.holds or monotonic() >= proof.asked_at + LEASE:
            return None
        return proof.version

    def is_down(self) -> bool:
        return self.failures >= DOWN

    def may_be_shown(self, version: Version, seconds: float) -> bool:
        """Say whether nothing was withdrawn since a version, as was proven not so long ago."""
        proof = self.proof
        return (
            proof is not None
            and monotonic() < proof.asked_at + LEASE + seconds
            and proof.version.connection == version.connection
            and proof.withdrew <= version.seq
        )

    def start(self) -> None:
        with self.lock:
            if self.thread is None:
                self.thread = Thread(
                    target=self.keep, args=[self.ended], name="content version", daemon=True
                )
                self.thread.start()

    def stop(self) -> None:
        """End the thread and forget; the next question starts another one."""
        self.ended.set()
        if self.thread is not None:
            self.thread.join()
        self.reset()

    def keep(self, ended: Event) -> None:
        while not ended.is_set():
            try:
                with closing(Listener(self.told)) as listener:
                    self.follow(listener, ended)
            except (psycopg.Error, OSError, ValueError) as error:
                self.lost(error)
                ended.wait(pause(self.failures))

    def follow(self, listener: Listener, ended: Event) -> None:
        """Prove the version again and again, and hear of new ones in between."""
        self.connections += 1
        while not ended.is_set():
            asked_at = monotonic()
            listener.prove()
            version = Version(self.connections, listener.seq)
            self.proof = Proof(version, listener.withdrew, asked_at)
            self.failures = 0
            while (left := asked_at + BEAT - monotonic()) > 0 and not ended.is_set():
                listener.hear(monotonic() + left)

    def told(self, seq: int) -> None:
        """Know of a version that was announced; that it is the last one, it takes a proof.

        And another one that it withdrew nothing.
        """
        if self.proof is not None and self.proof.holds:
            version = Version(self.connections, seq)
            self.proof = replace(self.proof, version=version, withdrew=seq)

    def lost(self, error: Exception) -> None:
        if self.proof is not None and self.proof.holds:
            self.proof = replace(self.proof, holds=False)
        self.failures += 1
        if self.failures == DOWN:
            logger.warning("Answers are not cached: %s", " ".join(str(error).split()))


def pause(failures: int) -> float:
    """Give the seconds after which it is tried again: more, the longer it fails."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures - 1, LONGEST_PAUSE / FIRST_PAUSE))
