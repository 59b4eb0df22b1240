"""Reading through a view that has the name of the documents' table: the same SQL reads it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from graphql_api.documents.reading import marked

PRESENT = "SELECT current_setting('search_path'), current_setting('plan_cache_mode')"
SET = """SELECT set_config('search_path', %s, true), set_config('plan_cache_mode', %s, true),
  set_config(%s, %s, true)"""
# To plan a statement over the view takes longer than to run it.
KEPT = "force_generic_plan"


@contextmanager
def reading_through(schema: str, setting: str, value: str) -> Iterator[None]:
    """Have all reads on this thread's connection go through the view in `schema`.

    The view asks what to show of a setting: its name and its value, until the block ends.
    """
    with transaction.atomic(), marked(schema), connection.cursor() as cursor:
        cursor.execute(PRESENT)
        path, plans = cursor.fetchone() or ("", "auto")
        cursor.execute(SET, [f"{schema}, {path}", KEPT, setting, value])
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute(SET, [path, plans, setting, ""])
