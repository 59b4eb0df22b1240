"""Answers at hand, the last used of them: as many as their bytes allow."""

from collections.abc import Hashable

from graphql_api import conf
from graphql_api.caching.answers import Entry
from graphql_api.lru import LRU

LARGEST = 1 / 8  # of all bytes


class Store(LRU[Hashable, Entry]):
    """Holds as many bytes as the settings allow."""

    def __init__(self) -> None:
        super().__init__(lambda entry: entry.size, conf.cache_bytes)

    def fits(self, value: Entry) -> bool:
        """Keep no answer that would take the place of many."""
        return value.size <= conf.cache_bytes() * LARGEST

    def replaces(self, value: Entry, kept: Entry) -> bool:
        """Keep a newer version: who began earlier may be done later."""
        return value.version >= kept.version
