"""An event loop for what waits for nothing outside itself: an operation, whose reads are not
asynchronous.

asyncio's own asks the operating system in every turn what else there is, and cannot tell when
nothing is left to be done; this is where the next level of references is read.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextvars import Context, copy_context
from inspect import CORO_CREATED, getcoroutinestate, iscoroutine
from threading import local
from typing import Any, cast


class Turns(asyncio.AbstractEventLoop):
    """Runs callbacks in the order in which they were asked for; an idle one when none is left."""

    def __init__(self) -> None:
        self.ready: deque[tuple[Context, Callable[..., Any], tuple[Any, ...]]] = deque()
        self.idle: deque[Callable[[], Any]] = deque()

    def when_idle(self, callback: Callable[[], Any]) -> None:
        """Have it called once everything that can go on waits."""
        self.idle.append(callback)

    def call_soon(  # type: ignore[override]
        self, callback: Any, *args: Any, context: Context | None = None
    ) -> None:
        """Have it called after all that is ready; asyncio's handle is not needed."""
        self.ready.append((context or copy_context(), callback, args))

    def create_future(self) -> "asyncio.Future[Any]":
        return asyncio.Future(loop=self)

    def create_task(self, coro: Any, **named: Any) -> "asyncio.Task[Any]":
        # Without a name each would be given a number.
        return asyncio.Task(coro, loop=self, **{"name": "operation", **named})

    def get_debug(self) -> bool:
        return False

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        """Say nothing of an error that nobody waits for: the answer has the one that came first."""

    def run_until_complete(self, future: Any) -> Any:
        """Run a coroutine to its end; raise RuntimeError where it waits for what nothing brings."""
        asyncio._set_running_loop(self)  # noqa: SLF001 - what an event loop has to do
        try:
            task = asyncio.ensure_future(future, loop=self)
            while not task.done():
                self.turn()
            return task.result()
        finally:
            asyncio._set_running_loop(None)  # noqa: SLF001

    def turn(self) -> None:
        if not self.ready:
            if not self.idle:
                raise RuntimeError("An operation waits for what is not of it.")
            self.idle.popleft()()
            return
        context, callback, args = self.ready.popleft()
        context.run(callback, *args)


_thread = local()


def running() -> Turns:
    """Give the loop that runs on this thread."""
    return cast(Turns, asyncio.get_running_loop())


def run(operation: Coroutine[Any, Any, Any]) -> Any:
    """Run an operation to its end on this thread's own loop, where nothing else ever runs."""
    if not hasattr(_thread, "turns"):
        _thread.turns = Turns()  # type: ignore[abstract]
    turns: Turns = _thread.turns
    try:
        return turns.run_until_complete(operation)
    finally:
        end_what_is_left(turns)


def end_what_is_left(turns: Turns) -> None:
    """End what an operation that failed no longer waits for, or the next one would run it.

    Nothing is read for it. Each task begins before it is cancelled: one that never began would
    leave the coroutines it was given unawaited, of which Python complains wherever it collects
    them.
    """
    while left := asyncio.all_tasks(turns):
        if all(map(has_begun, left)):
            for task in left:
                task.cancel()
        turns.run_until_complete(asyncio.sleep(0))
    turns.ready.clear()
    turns.idle.clear()


def has_begun(task: "asyncio.Task[Any]") -> bool:
    coroutine = task.get_coro()
    return not iscoroutine(coroutine) or getcoroutinestate(coroutine) != CORO_CREATED
