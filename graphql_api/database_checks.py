"""Whether the database has room for what the site's processes hold: `check --database default`."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import DEFAULT_DB_ALIAS, connections

from graphql_api import conf

# What the server gives to whoever is no superuser, or the database, or the account, if less.
ROOM = """
SELECT least(
  current_setting('max_connections')::int
  - current_setting('superuser_reserved_connections')::int
  - coalesce(current_setting('reserved_connections', true)::int, 0),
  (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()),
  (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user))
"""


def check_connections(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> Iterator[CheckMessage]:
    """Compare GRAPHQL_API_CONNECTIONS with what there is; a pooler bounds them by itself."""
    held = conf.connections()
    if not held or conf.listen_url() or DEFAULT_DB_ALIAS not in (databases or ()):
        return
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(ROOM)
        [room] = cursor.fetchone()
    if held > room:
        yield Warning(
            f"The site's processes hold up to {held} connections, the database gives {room}.",
            hint="Serve with fewer processes or threads, raise max_connections, or use a pooler.",
            id="graphql_api.W010",
        )
