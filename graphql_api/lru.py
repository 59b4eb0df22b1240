"""A cache in the process that has room for so much, and forgets what was not used for longest."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LRU(Generic[Key, Value]):
    """Keeps the values that were used last.

    weigh: how much room a value takes. room: how much there is, in the same unit; it is asked
    whenever something is kept, as a setting may say it. What takes more than all of it is not kept.
    """

    def __init__(self, weigh: Callable[[Value], int], room: Callable[[], int]) -> None:
        self.weigh = weigh
        self.room = room
        self.weight = 0
        self.entries: OrderedDict[Key, Value] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Key) -> Value | None:
        with self.lock:
            value = self.entries.get(key)
            if value is not None:
                self.entries.move_to_end(key)
            return value

    def put(self, key: Key, value: Value) -> None:
        with self.lock:
            if key in self.entries:
                if not self.replaces(value, self.entries[key]):
                    return
                self.weight -= self.weigh(self.entries.pop(key))
            if not self.fits(value):
                return
            self.entries[key] = value
            self.weight += self.weigh(value)
            while self.weight > self.room():
                _key, oldest = self.entries.popitem(last=False)
                self.weight -= self.weigh(oldest)

    def fits(self, value: Value) -> bool:
        """Say whether a value may take so much room."""
        return self.weigh(value) <= self.room()

    def replaces(self, value: Value, kept: Value) -> bool:
        """Say whether a value takes the place of the one that is kept."""
        return True

    def clear(self) -> None:
        with self.lock:
            self.entries.clear()
            self.weight = 0
