"""One field of an operation, as it is asked of one object type."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import GeneratorType
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType
from graphql.execution import executor
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path

Executor = executor.Executor[Any]
# Executes what is asked of a source at a path; an awaitable where some is not there yet.
Execute = Callable[[Executor, Any, Path | None], Any]
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
class Field:
    """A field under one name of the answer, wherever the operation asks for it.

    details, nodes: graphql-core's own account of where that is. definition: the schema's. read:
    gives the field of a source, see reading.py. complete: makes a part of the answer of that, see
    completion.py. needs_info: whether one of them looks at the operation. select: compiles what
    is asked of the objects that the field gives; `selections` by their types, once it is.
    """

    name: str
    parent: GraphQLObjectType
    details: FieldDetailsList
    nodes: list[FieldNode]
    definition: GraphQLField
    read: "Read"
    complete: "Complete"
    needs_info: bool
    select: Callable[[Executor, "Field", GraphQLObjectType], Execute]
    selections: dict[str, Execute] = field(default_factory=dict)

    def selection(self, executor: Executor, type_: GraphQLObjectType) -> Execute:
        """Give how what is asked of an object of a type is executed."""
        execute = self.selections.get(type_.name)
        if execute is None:
            execute = self.selections[type_.name] = self.select(executor, self, type_)
        return execute

    def execute(self, executor: Executor, source: Any, above: Path | None) -> Any:
        """Read the field of a source and complete it; what fails is an error at its place."""
        path = self.path(above)
        info = None
        if self.needs_info:
            info = executor.build_resolve_info(self.definition, self.nodes, self.parent, path)
        try:
            result = self.read(executor, self, source, info)
            if result.__class__ not in READY and is_awaitable(executor, result):
                return self.later(executor, result, path, info)
            completed = self.complete(executor, self, result, path, info)
            if completed.__class__ not in READY and is_awaitable(executor, completed):
                return self.awaited(executor, completed, self.definition.type, path)
        except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
            return self.failed(executor, error, self.definition.type, path)
        return completed

    def execute_leaf(self, executor: Executor, source: Any, above: Path | None) -> Any:
        """Do the same for a plain value, whose place only an error needs."""
        try:
            result = self.read(executor, self, source, None)
            if result.__class__ in READY or not is_awaitable(executor, result):
                return self.complete(executor, self, result, None, None)
        except Exception as error:  # noqa: BLE001
            return self.failed(executor, error, self.definition.type, self.path(above))
        return self.later(executor, result, self.path(above), None)

    def path(self, above: Path | None) -> Path:
        return Path(above, self.name, self.parent.name)

    async def later(self, executor: Executor, result: Awaitable[Any], path: Path, info: Any) -> Any:
        """Complete what has to be awaited."""
        try:
            completed = self.complete(executor, self, await result, path, info)
            return await completed if is_awaitable(executor, completed) else completed
        except Exception as error:  # noqa: BLE001
            return self.failed(executor, error, self.definition.type, path)

    async def awaited(
        self, executor: Executor, completed: Awaitable[Any], type_: Any, path: Path
    ) -> Any:
        """Await a value of a type, the field's own or that of an item."""
        try:
            return await completed
        except Exception as error:  # noqa: BLE001
            return self.failed(executor, error, type_, path)

    def failed(self, executor: Executor, error: Exception, type_: Any, path: Path) -> None:
        """Note an error where null may stand, else raise it."""
        executor.handle_field_error(error, type_, self.details, path)


# Gives a field of a source; `info` is graphql-core's.
Read = Callable[[Executor, Field, Any, Any], Any]
# Makes a part of the answer of a value at a path; an awaitable where some is not there yet.
Complete = Callable[[Executor, Field, Any, Any, Any], Any]
