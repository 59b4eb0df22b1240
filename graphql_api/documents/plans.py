"""Plans that the server keeps: whatever is prepared on a connection is planned once.

Left to itself PostgreSQL plans a look-up anew each time, since it expects more of values that it
does not know, and planning takes longer than the look-up. Only the API's reads are prepared, see
`reading.fetch`, and how they are best run does not rest on their values.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.signals import connection_created

ONCE = "SET plan_cache_mode = force_generic_plan"


def start() -> None:
    """Have it so on every connection that is made from now on."""
    connection_created.connect(keep_plans, dispatch_uid="graphql_api.keep_plans")


def keep_plans(connection: Any, **kwargs: Any) -> None:
    """Let a connection keep its plans, if it may prepare statements: a pooled one must not."""
    opened = connection.connection
    if connection.alias == DEFAULT_DB_ALIAS and opened.prepare_threshold is not None:
        opened.execute(ONCE, prepare=False)
