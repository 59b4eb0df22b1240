"""Objects that are answered together, and where in the answer each of them stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path

from graphql_api.compilation.waiting import Executor

# Executes what is asked of the objects of a batch, in a run of the operation.
Execute = Callable[[Any, "Batch"], None]


@dataclass(eq=False, slots=True)
class Asked:
    """A field under one name of the answer, wherever the operation asks for it.

    number: which of its type's fields it is. details, nodes: graphql-core's own account of where
    it is asked for. definition: the schema's. select: compiles what is asked of the objects that
    the field gives; `selections` by their types, once it is.
    """

    name: str
    number: int
    parent: GraphQLObjectType
    details: FieldDetailsList
    nodes: list[FieldNode]
    definition: GraphQLField
    select: Callable[[Executor, "Asked", GraphQLObjectType], Execute]
    selections: dict[str, Execute] = field(default_factory=dict, kw_only=True)

    def selection(self, executor: Executor, type_: GraphQLObjectType) -> Execute:
        """Give how what is asked of objects of a type is executed."""
        execute = self.selections.get(type_.name)
        if execute is None:
            execute = self.selections[type_.name] = self.select(executor, self, type_)
        return execute


@dataclass(eq=False, slots=True)
class Batch:
    """All objects of one type that a field gave on one level, with the answers made of them.

    above, field: the objects whose field gave them; none for the operation itself. origins: by
    object, which of those above gave it; indices: its places in the lists that it was given in.
    """

    sources: list[Any]
    answers: list[dict[str, Any]]
    above: "Batch | None" = None
    field: Asked | None = None
    origins: Sequence[int] = (0,)
    indices: Sequence[tuple[int, ...]] = ((),)

    def place(self, number: int) -> "Place | None":
        """Say where an object stands; the operation itself stands nowhere."""
        if self.above is None or self.field is None:
            return None
        return Place(self.above, self.field, self.origins[number], self.indices[number])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: under a field of an object, or in a list there."""

    batch: Batch
    field: Asked
    origin: int
    indices: tuple[int, ...]

    @property
    def above(self) -> "Place | None":
        """The place of the object whose field this is."""
        return self.batch.place(self.origin)

    def path(self) -> Path:
        above = self.above
        start = above.path() if above else None
        path = Path(start, self.field.name, self.field.parent.name)
        for index in self.indices:
            path = Path(path, index, None)
        return path

    def rank(self) -> tuple[int, ...]:
        """Say which comes first in the answer."""
        above = self.above
        return (*(above.rank() if above else ()), self.field.number, *self.indices)


@dataclass(eq=False, slots=True)
class Slots:
    """Where the values of a field go, one after the other: which part of the answer, under what.

    origins, indices: as in the batch that they make.
    """

    batch: Batch
    field: Asked
    into: list[Any]
    keys: list[Any]
    origins: Sequence[int]
    indices: Sequence[tuple[int, ...]]

    def put(self, number: int, value: Any) -> None:
        self.into[number][self.keys[number]] = value

    def place(self, number: int) -> Place:
        return Place(self.batch, self.field, self.origins[number], self.indices[number])

    def below(self, numbers: Sequence[int], sources: list[Any]) -> Batch:
        """Make the batch of some of the values, with empty answers that stand in their places."""
        answers: list[dict[str, Any]] = [{} for _ in numbers]
        for number, answer in zip(numbers, answers, strict=True):
            self.into[number][self.keys[number]] = answer
        return Batch(
            sources,
            answers,
            self.batch,
            self.field,
            [self.origins[number] for number in numbers],
            [self.indices[number] for number in numbers],
        )
