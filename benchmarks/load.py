"""Asking a server as fast as it answers, over a few connections."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from threading import Barrier, Thread
from time import perf_counter

from benchmarks.serving import Server, ask, database_cpu

CONNECTIONS = 4


@dataclass
class Load:
    """What a server did in some seconds. cpu, database: seconds that its processes took."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0
    database: float = 0.0

    def __add__(self, other: "Load") -> "Load":
        return Load(
            self.times + other.times,
            self.seconds + other.seconds,
            self.cpu + other.cpu,
            self.database + other.database,
        )

    @property
    def rate(self) -> float:
        """Requests in a second."""
        return len(self.times) / self.seconds

    def each(self, seconds: float) -> float:
        """Give the milliseconds for each request."""
        return 1000 * seconds / len(self.times)


def load(server: Server, bodies: Sequence[bytes], seconds: float) -> Load:
    """Ask these operations in turn, over all connections, for so many seconds."""
    found, started = Load(), Barrier(CONNECTIONS + 1)
    end = [0.0]
    threads = [
        Thread(target=client, args=(server, bodies[n:] + bodies[:n], started, end, found.times))
        for n in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    begun, cpu, database = perf_counter(), server.cpu(), database_cpu()
    end[0] = begun + seconds
    started.wait()
    for thread in threads:
        thread.join()
    found.seconds = perf_counter() - begun
    found.cpu, found.database = server.cpu() - cpu, database_cpu() - database
    return found


def client(
    server: Server, bodies: Sequence[bytes], started: Barrier, end: list[float], times: list[float]
) -> None:
    http = server.connect()
    http.connect()
    started.wait()
    for body in cycle(bodies):
        begun = perf_counter()
        ask(http, body)
        now = perf_counter()
        times.append(now - begun)
        if now > end[0]:
            break
    http.close()
