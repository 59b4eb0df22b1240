"""Two answers to one operation that may be taken for the same: as the specification has it.

Where something fails that must not be null, what is around it becomes null. Of several that fail
there one error is enough, and which one is reported rests on which was found first.
"""

from typing import Any

Error = dict[str, Any]


def alike(data: Any, errors: list[Error], others: list[Error]) -> bool:
    """Say whether two lists of errors say the same of some data."""
    return told(data, errors) == told(data, others) and refusals(errors) == refusals(others)


def refusals(errors: list[Error]) -> list[Error]:
    """Give the errors of an operation that was not executed."""
    return [error for error in errors if not error.get("path")]


def told(data: Any, errors: list[Error]) -> dict[tuple[Any, ...], Error | None]:
    """Give the errors by what they made null; None for those that came from further below."""
    found: dict[tuple[Any, ...], Error | None] = {}
    for error in errors:
        path = tuple(error.get("path") or ())
        if not path:
            continue
        place = nulled(data, path)
        if place == path:
            assert found.get(place) is None, "One error for each place."
            found[place] = error
        else:
            found.setdefault(place, None)
    return found


def nulled(data: Any, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the first place on a path that is null."""
    for depth, key in enumerate(path):
        if data is None:
            return path[:depth]
        data = data[key]
    return path
