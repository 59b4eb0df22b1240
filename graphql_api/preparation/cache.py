"""Prepared operations at hand, the last used of them: as many as their tokens allow."""

from graphql_api import conf
from graphql_api.conf import Limits
from graphql_api.lru import LRU
from graphql_api.preparation.prepared import Prepared

# The document, the operation's name, and the settings on which the preparation rests.
Key = tuple[str, str | None, Limits, int, bool]


class PreparedCache(LRU[Key, Prepared]):
    """Holds as many tokens as the settings allow.

    A token takes about 500 bytes, and up to 700 more once it is compiled.
    """

    def __init__(self) -> None:
        super().__init__(lambda prepared: prepared.document.token_count, conf.cached_tokens)
