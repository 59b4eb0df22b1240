"""Apollo's automatic persisted queries: an operation is sent once, then by its hash.

The protocol is Apollo's; urql and others speak it too.
"""

from typing import Any

from django.core.cache import cache
from strawberry.http import GraphQLRequestData

from graphql_api import conf
from graphql_api.errors import (
    BadRequest,
    PersistedQueryNotFound,
    PersistedQueryNotSupported,
)
from graphql_api.frontends.operations import DIGEST, digest_of

VERSION = 1
SECONDS = 24 * 60 * 60
KEY = "graphql_api.persisted_query."
# Each operation has its place, in which it replaces another: so whoever sends many fills
# no more than this, and whoever is replaced is asked for the text again.
PLACES = 1_000


def query_of(parts: dict[str, Any]) -> str | None:
    """Give the operation that a request says or names by its hash; raise RequestError if none."""
    query: str | None = parts.get("query")
    wanted = hash_of(parts)
    if wanted is None or (query and not conf.persisted_queries()):
        return query
    if not conf.persisted_queries():
        raise PersistedQueryNotSupported("PersistedQueryNotSupported")
    if query:
        if digest_of(query) != wanted:
            raise BadRequest("`sha256Hash` is not the hash of `query`.")
        return query
    return known(wanted)


def hash_of(parts: dict[str, Any]) -> str | None:
    """Read the hash; None where the request has none."""
    named = (parts.get("extensions") or {}).get("persistedQuery")
    if named is None:
        return None
    if not isinstance(named, dict) or not isinstance(named.get("sha256Hash"), str):
        raise BadRequest("`extensions.persistedQuery` must have a `sha256Hash`.")
    if named.get("version") != VERSION:
        raise PersistedQueryNotSupported("PersistedQueryNotSupported")
    return str(named["sha256Hash"])


def known(wanted: str) -> str:
    query = cache.get(place(wanted)) if DIGEST.fullmatch(wanted) else None
    if query is None or digest_of(query) != wanted:
        raise PersistedQueryNotFound("PersistedQueryNotFound")
    return str(query)


def remember(request: GraphQLRequestData) -> None:
    """Keep an operation that was answered, if it came with its hash."""
    if conf.persisted_queries() and "persistedQuery" in (request.extensions or {}):
        query = request.query or ""
        cache.set(place(digest_of(query)), query, SECONDS)


def place(digest: str) -> str:
    """Give the key at which an operation is kept."""
    return f"{KEY}{int(digest, 16) % PLACES}"
