"""What failed becomes null, as far up as the schema asks, in the order of the answer."""

from dataclasses import dataclass
from typing import Any

from graphql import is_list_type, is_non_null_type, located_error

from graphql_api.compilation.batch import Place
from graphql_api.compilation.waiting import Executor


@dataclass(frozen=True, slots=True)
class Failure:
    """A value that is not there, or must not be null."""

    place: Place
    error: Exception


def settled(executor: Executor, data: dict[str, Any], failures: list[Failure]) -> dict[str, Any]:
    """Make null what failed, and collect the errors; raise the one that leaves no answer."""
    for failure in sorted(failures, key=lambda one: one.place.rank()):
        path = failure.place.path()
        error = located_error(failure.error, failure.place.field.nodes, path.as_list())
        place = nullable(failure.place)
        if place is None:
            raise error
        path = place.path()
        if not executor.collected_errors.has_nulled_position(path):
            executor.collected_errors.add(error, path)
            make_null(data, path.as_list())
    return data


def nullable(place: Place | None) -> Place | None:
    """Give the nearest place, from this one upwards, that may be null."""
    while place is not None:
        for depth in range(len(place.indices), -1, -1):
            if not is_non_null_type(type_at(place.field.definition.type, depth)):
                return Place(place.batch, place.field, place.origin, place.indices[:depth])
        place = place.above
    return None


def type_at(type_: Any, depth: int) -> Any:
    """Give the type of what stands so deep in lists."""
    for _ in range(depth):
        type_ = type_.of_type if is_list_type(type_) else type_.of_type.of_type
    return type_


def make_null(data: Any, path: list[str | int]) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = None
