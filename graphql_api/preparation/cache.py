"""Prepared operations at hand, the last used of them: as many as their tokens allow."""

from collections import OrderedDict
from threading import Lock

from graphql_api import conf
from graphql_api.conf import Limits
from graphql_api.preparation.prepared import Prepared

# The document, the operation's name, and the settings on which the preparation rests.
Key = tuple[str, str | None, Limits, int, bool]


class PreparedCache:
    """Forgets what was not used for longest, so that many documents do not fill the memory.

    A token takes about 400 bytes.
    """

    def __init__(self) -> None:
        self.tokens = 0
        self.entries: OrderedDict[Key, Prepared] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Key) -> Prepared | None:
        with self.lock:
            if key in self.entries:
                self.entries.move_to_end(key)
            return self.entries.get(key)

    def put(self, key: Key, prepared: Prepared) -> None:
        with self.lock:
            if key in self.entries:
                return
            self.entries[key] = prepared
            self.tokens += prepared.document.token_count
            while self.tokens > conf.cached_tokens():
                _key, oldest = self.entries.popitem(last=False)
                self.tokens -= oldest.document.token_count
