"""How what was read becomes a part of the answer: as graphql-core completes it, type by type.

The order in which things happen is graphql-core's, so errors and statements come in its order too.
"""

from functools import cache
from typing import Any

from graphql import (
    Undefined,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Path, gather_with_cancel

from graphql_api.compilation.field import READY, Complete, Executor, Field, is_awaitable


@cache
def completer(type_: Any) -> Complete:
    """Say how values of a type are completed."""
    if is_non_null_type(type_):
        return never_null(completer(type_.of_type))
    if is_list_type(type_):
        return present(listed(type_))
    if is_leaf_type(type_):
        return present(leaf(type_))
    return present(abstract(type_) if is_abstract_type(type_) else concrete(type_))


def is_told_by_info(type_: Any) -> bool:
    """Say whether completion may look at the operation, to tell which type a value has."""
    inner = get_nullable_type(type_)
    return (
        is_list_type(inner) or is_abstract_type(inner) or bool(getattr(inner, "is_type_of", None))
    )


def never_null(complete: Complete) -> Complete:
    def complete_non_null(
        executor: Executor, field: Field, result: Any, path: Path, info: Any
    ) -> Any:
        completed = complete(executor, field, result, path, info)
        if completed is None:
            where = f"{field.parent}.{field.nodes[0].name.value}"
            raise TypeError(f"Cannot return null for non-nullable field {where}.")
        return completed

    return complete_non_null


def present(complete: Complete) -> Complete:
    """Complete what there is; an error that was given as a value is raised."""

    def complete_present(
        executor: Executor, field: Field, result: Any, path: Path, info: Any
    ) -> Any:
        if result is None or result is Undefined:
            return None
        if isinstance(result, Exception):
            raise result
        return complete(executor, field, result, path, info)

    return complete_present


def leaf(type_: Any) -> Complete:
    return lambda executor, field, result, path, info: executor.complete_leaf_value(type_, result)


def concrete(type_: Any) -> Complete:
    """Complete an object of a known type."""
    is_type_of = type_.is_type_of

    def complete_object(
        executor: Executor, field: Field, result: Any, path: Path, info: Any
    ) -> Any:
        if is_type_of and is_type_of(result, info) is not True:
            return executor.complete_object_value(type_, field.details, info, path, result, None)
        return field.selection(executor, type_)(executor, result, path)

    return complete_object


def abstract(type_: Any) -> Complete:
    """Complete an object of an interface or a union by its own type."""
    known: dict[str, Complete] = {}

    def complete_abstract(
        executor: Executor, field: Field, result: Any, path: Path, info: Any
    ) -> Any:
        name: Any = (type_.resolve_type or executor.type_resolver)(result, info, type_)
        if not isinstance(name, str):
            return executor.complete_abstract_value(type_, field.details, info, path, result, None)
        complete = known.get(name)
        if complete is None:
            runtime = executor.ensure_valid_runtime_type(name, type_, field.details, info, result)
            complete = known[name] = concrete(runtime)
        return complete(executor, field, result, path, info)

    return complete_abstract


def listed(type_: Any) -> Complete:
    """Complete a list item by item."""
    item_type = type_.of_type
    complete = completer(item_type)

    def item(executor: Executor, field: Field, result: Any, path: Path, info: Any) -> Any:
        try:
            completed = complete(executor, field, result, path, info)
            if completed.__class__ not in READY and is_awaitable(executor, completed):
                return field.awaited(executor, completed, item_type, path)
        except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
            return field.failed(executor, error, item_type, path)
        return completed

    def complete_list(executor: Executor, field: Field, result: Any, path: Path, info: Any) -> Any:
        if not isinstance(result, list) or any(
            value.__class__ not in READY and is_awaitable(executor, value) for value in result
        ):
            return executor.complete_list_value(type_, field.details, info, path, result, None)
        items: list[Any] = []
        try:
            for index, value in enumerate(result):
                items.append(item(executor, field, value, Path(path, index, None), info))
        except Exception:
            settle(executor, items)
            raise
        waiting = [index for index, one in enumerate(items) if is_awaitable(executor, one)]
        return filled(items, waiting) if waiting else items

    return complete_list


def settle(executor: Executor, values: Any) -> None:
    """Let what was begun come to its end where an error makes it needless."""
    waiting = [one for one in values if is_awaitable(executor, one)]
    if waiting:
        executor.settle_in_background(waiting)


async def filled(values: Any, waiting: list[Any]) -> Any:
    """Await what is not there yet, in a list by index or in a dict by name."""
    if len(waiting) == 1:
        values[waiting[0]] = await values[waiting[0]]
        return values
    found = await gather_with_cancel(*(values[one] for one in waiting))
    for one, value in zip(waiting, found, strict=True):
        values[one] = value
    return values
