"""One field of an operation, as it is asked of one object type."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql_api.compilation.batch import Asked, Batch, Slots
from graphql_api.compilation.run import Run


@dataclass(eq=False, slots=True)
class Field(Asked):
    """How a field that is asked for is executed.

    read: gives the field of all objects of a batch, see reading.py. complete: makes a part of the
    answer of that, see completion.py. arguments: those that every execution gives, once they are
    known.
    """

    read: "Read"
    complete: "Complete"
    arguments: dict[str, Any] | None = None

    def execute(self, run: Run, batch: Batch) -> None:
        """Read the field of all objects, and complete what it gave, at once or later."""
        values = self.read(run, self, batch)
        if not run.awaits(values):
            self.complete(run, self.slots(batch), values)
            return
        for answer in batch.answers:
            answer[self.name] = None
        run.once_there(values, lambda: self.complete(run, self.slots(batch), values))

    def slots(self, batch: Batch) -> Slots:
        count = len(batch.answers)
        return Slots(batch, self, batch.answers, [self.name] * count, range(count), [()] * count)


# Gives a field of each object of a batch; an exception where that failed, an awaitable where the
# value is not there yet.
Read = Callable[[Run, Field, Batch], list[Any]]
# Puts what values become into the answer.
Complete = Callable[[Run, Slots, list[Any]], None]
