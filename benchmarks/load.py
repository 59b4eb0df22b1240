"""Asking a server as fast as it answers, over a few connections."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from selectors import EVENT_READ, DefaultSelector
from time import perf_counter

from benchmarks.contenders import Conversation
from benchmarks.serving import Server
from benchmarks.usage import database_cpu, spent
from benchmarks.wire import Connection

CONNECTIONS = 4

Begin = Callable[[], Conversation]


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
        """How many questions were answered in a second."""
        return len(self.times) / self.seconds

    def each(self, seconds: float) -> float:
        """Give the milliseconds for each question."""
        return 1000 * seconds / len(self.times)


def load(
    server: Server, questions: Sequence[Begin], seconds: float, connections: int = CONNECTIONS
) -> Load:
    """Ask these in turn, over all connections, for so many seconds."""
    found, database = Load(), server.database
    cpu, database_before = server.cpu(), database_cpu(database)
    begun = perf_counter()
    with DefaultSelector() as selector:
        for number in range(connections):
            asking = Asking(server.connect(), [*questions[number:], *questions[:number]])
            selector.register(asking.connection.socket, EVENT_READ, asking)
        while selector.get_map():
            for key, _events in selector.select():
                took = key.data.go_on()
                if took is not None:
                    found.times.append(took)
                    if perf_counter() > begun + seconds:
                        selector.unregister(key.fileobj)
                        key.data.connection.close()
                    else:
                        key.data.begin()
    found.seconds = perf_counter() - begun
    found.cpu = server.cpu() - cpu
    found.database = spent(database_before, database_cpu(database))
    return found


class Asking:
    """A connection over which one question is asked after the other."""

    def __init__(self, connection: Connection, questions: Sequence[Begin]) -> None:
        self.connection = connection
        self.questions: Iterator[Begin] = cycle(questions)
        self.begin()

    def begin(self) -> None:
        self.conversation = next(self.questions)()
        self.begun = perf_counter()
        self.connection.send(next(self.conversation))

    def go_on(self) -> float | None:
        """Take what has arrived; give the seconds that the question took once it is answered."""
        response = self.connection.receive()
        if response is None:
            return None
        try:
            self.connection.send(self.conversation.send(response.content))
        except StopIteration:
            return perf_counter() - self.begun
        return None
