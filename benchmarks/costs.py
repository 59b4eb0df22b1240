"""What something costs: time, CPU of this process and of its database connection, statements."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from django.db import connection

from benchmarks.usage import seconds

KB = 1024
MB = 1_000_000
CLEAR_PEAK = "5"  # of /proc/self/clear_refs: the peak of memory is what it is now


@dataclass
class Cost:
    """What was done so many times took. seconds, cpu, database: of all of them together.

    grown: the most bytes of memory that one of them took on top of what was there.
    """

    times: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    database: float = 0.0
    statements: int = 0
    grown: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        summed = {one.name: getattr(self, one.name) + getattr(other, one.name) for one in PARTS}
        return Cost(**summed, grown=max(self.grown, other.grown))

    @property
    def each(self) -> float:
        """Seconds of CPU for each."""
        return (self.cpu + self.database) / self.times


PARTS = [one for one in fields(Cost) if one.name != "grown"]


@dataclass
class Waiting:
    """Takes the place of the thread beside the requests: keeps its tasks until asked for them."""

    tasks: list[Callable[[], Any]] = field(default_factory=list)

    def submit(self, run: Any, execute: Callable[[Any], Any], result: Any) -> None:
        self.tasks.append(lambda: execute(result))

    def finish(self) -> None:
        """Run the tasks, and those that they enqueue."""
        while self.tasks:
            self.tasks.pop(0)()


def cost(work: Callable[[], Any]) -> Cost:
    """Do something and say what it took."""
    pid, before = connection.connection.info.backend_pid, memory("VmRSS")
    Path("/proc/self/clear_refs").write_text(CLEAR_PEAK)
    counted = 0

    def count(execute: Callable[..., Any], *args: Any) -> Any:
        nonlocal counted
        counted += 1
        return execute(*args)

    with connection.execute_wrapper(count):
        database, cpu, begun = seconds(pid), process_time(), perf_counter()
        work()
        taken = perf_counter() - begun, process_time() - cpu, seconds(pid) - database
    return Cost(1, *taken, counted, max(0, memory("VmHWM") - before))


def memory(name: str) -> int:
    """Give the bytes of memory this process takes: VmRSS now, VmHWM at most."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * KB
    raise ValueError(f"Linux says nothing of {name}.")
