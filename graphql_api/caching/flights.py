"""What many ask for at once is computed once."""

from collections.abc import Callable, Hashable
from threading import Event, Lock
from typing import TypeVar

# Seconds for which one waits for another: each of those who wait holds one of the server's threads.
PATIENCE = 5.0

Answer = TypeVar("Answer")


class Flights:
    """One thread computes, the others wait; where that came to nothing, each does it alone."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.flying: dict[Hashable, Event] = {}

    def once(
        self,
        key: Hashable,
        known: Callable[[], Answer | None],
        compute: Callable[[], Answer],
    ) -> Answer:
        """Give what is known by now, or compute it."""
        landed = Event()
        flying = self.join(key, landed)
        if flying is not landed:
            flying.wait(PATIENCE)
            return known() or compute()
        try:
            # Another one may have landed since it was looked for.
            return known() or compute()
        finally:
            with self.lock:
                del self.flying[key]
            landed.set()

    def join(self, key: Hashable, own: Event) -> Event:
        with self.lock:
            return self.flying.setdefault(key, own)
