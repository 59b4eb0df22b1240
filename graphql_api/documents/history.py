"""Documents as they were: a past moment is read through a view of the documents' own name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from graphql_api.documents.models import Version

# Before the public schema in the search path, its view stands for the table: the same SQL reads it.
SCHEMA = "graphql_api_past"
SET = "SELECT set_config('search_path', %s, true), set_config('graphql_api.as_of', %s, true)"


@contextmanager
def reading_as_of(moment: datetime | None) -> Iterator[None]:
    """Have all reads on this thread's connection answer as of a past moment; None is now.

    What is not public any more is not told of the past either: unpublishing takes down
    everything, and a restriction hides everything.
    """
    if moment is None:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        [present] = cursor.fetchone() or ("",)
        cursor.execute(SET, [f"{SCHEMA}, {present}", moment.isoformat()])
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute(SET, [present, ""])


def prune(before: datetime) -> int:
    """Delete what documents said until `before`, and give how many versions that were.

    What they say now stays, and so does the news that something was withdrawn.
    """
    deleted, _by_model = Version.objects.filter(valid_to__lt=before).delete()
    return deleted
