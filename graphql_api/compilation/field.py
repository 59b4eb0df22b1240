"""One field of an operation, as it is asked of one object type."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from graphql_api.compilation.batch import Asked, Batch, Slots
from graphql_api.compilation.run import Run


@dataclass(eq=False, slots=True)
class Field(Asked):
    """How a field that is asked for is executed.

    read: gives the field of all objects of a batch, see reading.py. together: gives all of them
    with one call, if the resolver can. complete: makes a part of the
    answer of that, see completion.py. arguments: those that every execution gives, once they are
    known.
    """

    read: "Read"
    complete: "Complete"
    together: "Together | None" = None
    arguments: dict[str, Any] | None = None

    def execute(self, run: Run, batch: Batch) -> None:
        """Read the field of all objects, and complete what it gave, at once or later."""
        if self.together is None:
            self.execute_each(run, batch)
            return
        found = [self.together(run, self, batch)]
        self.hold_places(batch)
        run.once_there(found, lambda: self.arrived(run, batch, found[0]))

    def arrived(self, run: Run, batch: Batch, values: Any) -> None:
        """Complete what was read together; each by itself if that failed, for it may be one."""
        if isinstance(values, Exception):
            self.execute_each(run, batch)
        else:
            self.complete(run, self.slots(batch), values)

    def execute_each(self, run: Run, batch: Batch) -> None:
        values = self.read(run, self, batch)
        if not run.awaits(values):
            self.complete(run, self.slots(batch), values)
            return
        self.hold_places(batch)
        run.once_there(values, lambda: self.complete(run, self.slots(batch), values))

    def hold_places(self, batch: Batch) -> None:
        """Have the names of an answer in the order of the operation, whatever comes first."""
        for answer in batch.answers:
            answer[self.name] = None

    def slots(self, batch: Batch) -> Slots:
        count = len(batch.answers)
        return Slots(batch, self, batch.answers, [self.name] * count, range(count), [()] * count)


# Gives a field of each object of a batch; an exception where that failed, an awaitable where the
# value is not there yet.
Read = Callable[[Run, Field, Batch], list[Any]]
# Gives all of them at once, as soon as they are there.
Together = Callable[[Run, Field, Batch], Awaitable[list[Any]]]
# Puts what values become into the answer.
Complete = Callable[[Run, Slots, list[Any]], None]
