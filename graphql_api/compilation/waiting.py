"""Waiting for values: a coroutine runs until it waits, and goes on once that is there."""

from asyncio import Future, get_running_loop, isfuture
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from inspect import iscoroutine
from types import GeneratorType
from typing import Any

from graphql.execution import executor

Executor = executor.Executor[Any]
# Classes of which nothing is awaitable: known ones, and each that was met.
READY: set[type] = {type(None), str, bool, int, float, dict, list}


def is_awaitable(executor: Executor, value: Any) -> bool:
    """Say what graphql-core would; it looks at the values of each class once."""
    if value.__class__ in READY:
        return False
    if executor.is_awaitable(value):
        return True
    # Of generators some are awaitable.
    if value.__class__ is not GeneratorType:
        READY.add(value.__class__)
    return False


@dataclass(eq=False, slots=True)
class Waiting:
    """Some values that are not all there yet; `then` is called once, when they are.

    What fails becomes the exception it failed with.
    """

    values: list[Any]
    then: Callable[[], None]
    left: int = 1

    def begin(self, executor: Executor) -> None:
        for number, value in enumerate(self.values):
            if is_awaitable(executor, value):
                self.left += 1
                self.wait(number, value)
        self.arrived()

    def wait(self, number: int, value: Awaitable[Any]) -> None:
        if isfuture(value):
            value.add_done_callback(partial(self.settled, number))
        else:
            coroutine = value if iscoroutine(value) else awaited(value)
            Strand(coroutine, partial(self.arrived, number)).go_on()

    def settled(self, number: int, future: "Future[Any]") -> None:
        error = future.exception()
        self.arrived(number, future.result() if error is None else error)

    def arrived(self, number: int | None = None, value: Any = None) -> None:
        if number is not None:
            self.values[number] = value
        self.left -= 1
        if not self.left:
            self.then()


@dataclass(eq=False, slots=True)
class Strand:
    """A coroutine that runs at once, as far as it can; `done` gets its result or its error.

    An asyncio.Task would do the same, one turn of the loop later for each step.
    """

    coroutine: Coroutine[Any, Any, Any]
    done: Callable[[Any], None]

    def go_on(self, _future: Any = None) -> None:
        try:
            waits = self.coroutine.send(None)
        except StopIteration as stop:
            result = stop.value
        except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
            result = error
        else:
            self.wait(waits)
            return
        self.done(result)

    def wait(self, waits: Any) -> None:
        if waits is None:
            get_running_loop().call_soon(self.go_on)
            return
        # How a future knows that it is awaited as it should be.
        waits._asyncio_future_blocking = False  # noqa: SLF001
        waits.add_done_callback(self.go_on)


async def awaited(value: Awaitable[Any]) -> Any:
    return await value
