"""How far a long command is, in one line: share, pace, time left."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Any

from django.utils.translation import gettext as _

EVERY = 0.5  # seconds between two lines


class Progress:
    """Says how much of `total` is done, on a stream; nothing if it is quiet."""

    def __init__(
        self,
        stream: Any,
        total: int,
        *,
        quiet: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.stream, self.total, self.quiet, self.clock = stream, total, quiet, clock
        self.begun = self.said = clock()

    def say(self, done: int) -> None:
        """Say how far it is, unless that was said just now; the last line stays."""
        now, ended = self.clock(), done >= self.total
        if self.quiet or (now - self.said < EVERY and not ended):
            return
        self.said = now
        self.stream.write(f"{self.line(done, now - self.begun):60}", ending="\n" if ended else "\r")
        self.stream.flush()

    def line(self, done: int, seconds: float) -> str:
        rate = done / seconds if seconds else 0
        left = timedelta(seconds=round((self.total - done) / rate)) if rate else "–"
        return _("%(done)d of %(total)d (%(percent)d %%), %(rate)d per second, %(left)s left") % {
            "done": done,
            "total": self.total,
            "percent": 100 * done // self.total if self.total else 100,
            "rate": rate,
            "left": left,
        }
