"""What values of arguments and variables hold: how much, and how deep.

It goes level by level, so that no depth is too much for it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from graphql import ListValueNode, ObjectValueNode


def parts(value: Any) -> Iterable[Any]:
    """Give what a value holds directly, whether a document or a variable says it."""
    if isinstance(value, ObjectValueNode):
        return [field.value for field in value.fields]
    if isinstance(value, ListValueNode):
        return value.values
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def levels(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield values, then what they hold, then what that holds."""
    level = list(values)
    while level:
        yield level
        level = [part for value in level for part in parts(value)]


def depth(values: Iterable[Any]) -> int:
    """Say how deep values are nested; a value that can hold no others is 1 deep."""
    return sum(1 for _level in levels(values))


def size(value: Any) -> int:
    """Say how many values there are in a value, itself included."""
    return sum(len(level) for level in levels([value]))
