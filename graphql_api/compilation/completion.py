"""How what was read becomes a part of the answer: as graphql-core completes it, type by type."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from graphql import (
    GraphQLID,
    GraphQLString,
    Undefined,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from graphql_api.compilation.batch import Slots
from graphql_api.compilation.field import Complete
from graphql_api.compilation.run import Run

PLAIN = {str, int, float, bool}
# Scalars that leave a text as it is.
TEXTS = (GraphQLString, GraphQLID)

# Gives the object type of a value; None where only graphql-core can tell.
OwnType = Callable[[Run, Slots, Any, Any], Any]


@cache
def completer(type_: Any) -> Complete:
    """Say how values of a type are completed."""
    inner, required = get_nullable_type(type_), is_non_null_type(type_)
    if is_list_type(inner):
        return listed(inner, required=required)
    if is_leaf_type(inner):
        return leaf(inner, required=required)
    return objects(inner, required=required)


def is_absent(run: Run, slots: Slots, number: int, value: Any, *, required: bool) -> bool:
    """Say whether there is nothing to complete: null, or an error that was given as a value."""
    if isinstance(value, Exception):
        run.fail(slots, number, value)
    elif value is not None and value is not Undefined:
        return False
    elif required:
        where = f"{slots.field.parent}.{slots.field.nodes[0].name.value}"
        error = TypeError(f"Cannot return null for non-nullable field {where}.")
        run.fail(slots, number, error)
    else:
        slots.put(number, None)
    return True


def leaf(type_: Any, *, required: bool) -> Complete:
    coerce, is_text = type_.coerce_output_value, type_ in TEXTS

    def complete_leaves(run: Run, slots: Slots, values: list[Any]) -> None:
        for number, (into, key, value) in enumerate(
            zip(slots.into, slots.keys, values, strict=True)
        ):
            try:
                if is_text and value.__class__ is str:
                    into[key] = value
                elif value.__class__ in PLAIN or not is_absent(
                    run, slots, number, value, required=required
                ):
                    into[key] = given(coerce(value), run, type_, value)
            except Exception as error:  # noqa: BLE001 (whatever fails is an error of the answer)
                run.fail(slots, number, error)

    return complete_leaves


def given(coerced: Any, run: Run, type_: Any, value: Any) -> Any:
    """Give what a scalar made of a value; if that is nothing, graphql-core says so."""
    if coerced is None or coerced is Undefined:
        return run.executor.complete_leaf_value(type_, value)
    return coerced


def listed(type_: Any, *, required: bool) -> Complete:
    """Complete lists: what all of them hold together."""
    complete = completer(type_.of_type)

    def complete_lists(run: Run, slots: Slots, values: list[Any]) -> None:
        inner, items = Slots(slots.batch, slots.field, [], [], [], []), []
        for number, value in enumerate(values):
            if is_absent(run, slots, number, value, required=required):
                continue
            if not isinstance(value, list) or run.awaits(value):
                hand_back(run, slots, number, type_, value)
                continue
            opened(slots, number, len(value), inner)
            items += value
        if items:
            complete(run, inner, items)

    return complete_lists


def opened(slots: Slots, number: int, size: int, inner: Any) -> None:
    """Put an empty list of a size into the answer, with a slot for each item."""
    answer = [None] * size
    slots.put(number, answer)
    inner.into += [answer] * size
    inner.keys += range(size)
    inner.origins += [slots.origins[number]] * size
    inner.indices += [(*slots.indices[number], index) for index in range(size)]


def objects(type_: Any, *, required: bool) -> Complete:
    """Complete objects, those of an interface or a union by their own types."""
    own_type = named(type_) if is_abstract_type(type_) else itself(type_)
    needs_info = is_abstract_type(type_) or bool(type_.is_type_of)

    def complete_objects(run: Run, slots: Slots, values: list[Any]) -> None:
        by_type: dict[Any, list[int]] = {}
        info = run.first_info(slots.place(0)) if needs_info else None
        for number, value in enumerate(values):
            if is_absent(run, slots, number, value, required=required):
                continue
            try:
                own = own_type(run, slots, value, info)
            except Exception as error:  # noqa: BLE001 (as above)
                run.fail(slots, number, error)
                continue
            if own is None:
                hand_back(run, slots, number, type_, value)
            else:
                by_type.setdefault(own, []).append(number)
        for own, numbers in by_type.items():
            batch = slots.below(numbers, [values[number] for number in numbers])
            slots.field.selection(run.executor, own)(run, batch)

    return complete_objects


def itself(type_: Any) -> OwnType:
    """Tell of a value that it has a type, unless that says otherwise."""
    is_type_of = type_.is_type_of
    if not is_type_of:
        return lambda run, slots, value, info: type_
    return lambda run, slots, value, info: type_ if is_type_of(value, info) is True else None


def named(type_: Any) -> OwnType:
    """Tell the type of a value of an interface or a union, which is given by its name."""
    known: dict[str, OwnType] = {}

    def own_type(run: Run, slots: Slots, value: Any, info: Any) -> Any:
        name: Any = (type_.resolve_type or run.executor.type_resolver)(value, info, type_)
        if not isinstance(name, str):
            return None
        if name not in known:
            details = slots.field.details
            found = run.executor.ensure_valid_runtime_type(name, type_, details, info, value)
            known[name] = itself(found)
        return known[name](run, slots, value, info)

    return own_type


def hand_back(run: Run, slots: Slots, number: int, type_: Any, value: Any) -> None:
    """Have graphql-core complete a value."""
    place, details = slots.place(number), slots.field.details
    slots.put(number, None)
    given = (type_, details, run.info(place), place.path(), value, None)
    complete = partial(run.executor.complete_value, *given)
    run.hand_back(place, complete, partial(slots.put, number))
