"""What Strawberry tells a resolver of the operation, and of the place of its field."""

from typing import Any

from graphql.pyutils import Path
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info

from graphql_api.compilation.batch import Batch, Place
from graphql_api.compilation.field import Field
from graphql_api.compilation.run import Run


class Here(Info[Any, Any]):
    """Strawberry's `info`; what graphql-core says is that of the field's first object."""

    def __init__(self, infos: "Infos", number: int) -> None:
        self._raw_info = infos.raw
        self._field = infos.declared
        self._infos = infos
        self._number = number

    @property
    def path(self) -> Path:
        return self._infos.place(self._number).path()


class Infos:
    """Makes the `info` of each call of a resolver for the objects of a batch.

    info_class: the one that the schema is configured to give.
    """

    def __init__(
        self, run: Run, field: Field, batch: Batch, declared: StrawberryField, info_class: type
    ) -> None:
        self.run = run
        self.field = field
        self.batch = batch
        self.declared = declared
        self.info_class: Any = info_class
        self.raw = run.first_info(self.place(0))

    def place(self, number: int) -> Place:
        return Place(self.batch, self.field, number, ())

    def at(self, number: int) -> Any:
        if self.info_class is Info:
            return Here(self, number)
        return self.info_class(_raw_info=self.run.info(self.place(number)), _field=self.declared)
