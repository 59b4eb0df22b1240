"""One execution of what is compiled: what it waits for, what failed, and its answer."""

from asyncio import Future, get_running_loop
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLResolveInfo

from graphql_api.compilation.batch import Batch, Execute, Place, Slots
from graphql_api.compilation.nulling import Failure, settled
from graphql_api.compilation.waiting import READY, Executor, Waiting, is_awaitable


@dataclass(eq=False, slots=True)
class Run:
    """An operation on its way through graphql-core's executor.

    arguments, infos: by field, those that all calls of its resolver share. failures: what could
    not be read or completed. open: how often something is awaited.
    """

    executor: Executor
    arguments: dict[Any, dict[str, Any]] = field(default_factory=dict)
    infos: dict[Any, Any] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    open: int = 0
    data: dict[str, Any] = field(default_factory=dict)
    answer: "Future[dict[str, Any]] | None" = None

    def begin(self, execute: Execute, root: Any) -> Any:
        """Give the answer, or what awaits it."""
        execute(self, Batch([root], [self.data]))
        if not self.open:
            return settled(self.executor, self.data, self.failures)
        self.answer = get_running_loop().create_future()
        return self.answer

    def once_there(self, values: list[Any], then: Callable[[], None]) -> None:
        """Go on with values once they are there."""
        self.open += 1
        Waiting(values, lambda: self.go_on(then)).begin(self.executor)

    def go_on(self, then: Callable[[], None]) -> None:
        try:
            then()
            self.open -= 1
            if self.answer and not self.open:
                self.answer.set_result(settled(self.executor, self.data, self.failures))
        except Exception as error:
            if self.answer is None:
                raise
            if not self.answer.done():
                self.answer.set_exception(error)

    def awaits(self, values: list[Any]) -> bool:
        for value in values:
            if value.__class__ not in READY and is_awaitable(self.executor, value):
                return True
        return False

    def info(self, place: Place) -> "GraphQLResolveInfo[Any]":
        """Give what graphql-core says to the resolver of a field at a place."""
        field = place.field
        return self.executor.build_resolve_info(
            field.definition, field.nodes, field.parent, place.path()
        )

    def first_info(self, place: Place) -> "GraphQLResolveInfo[Any]":
        """Give the same, for all objects that do not look where they stand: as of the first."""
        known = self.infos.get(place.field)
        if known is None:
            known = self.infos[place.field] = self.info(place)
        return known

    def fail(self, slots: Slots, number: int, error: Exception) -> None:
        """Note what failed; what that makes null is settled at the end."""
        slots.put(number, None)
        self.failures.append(Failure(slots.place(number), error))

    def hand_back(
        self, place: Place, complete: Callable[[], Any], put: Callable[[Any], None]
    ) -> None:
        """Have what stands at a place completed by graphql-core, with all below it."""
        found: list[Any] = []
        try:
            found.append(complete())
        except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
            found.append(error)
        self.once_there(found, lambda: self.handed(place, found[0], put))

    def handed(self, place: Place, completed: Any, put: Callable[[Any], None]) -> None:
        if isinstance(completed, Exception):
            self.failures.append(Failure(place, completed))
        else:
            put(completed)
