"""Documents as they were: a past moment is read through a view of the documents' own name."""

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from graphql_api.documents.models import Version
from graphql_api.documents.search_path import reading_through

SCHEMA = "graphql_api_past"


def reading_as_of(moment: datetime | None) -> AbstractContextManager[None]:
    """Have all reads on this thread's connection answer as of a past moment; None is now.

    What is not public any more is not told of the past either: unpublishing takes down
    everything, and a restriction hides everything.
    """
    if moment is None:
        return nullcontext()
    return reading_through(SCHEMA, "graphql_api.as_of", moment.isoformat())


def prune(before: datetime) -> int:
    """Delete what documents said until `before`, and give how many versions that were.

    What they say now stays, and so does the news that something was withdrawn.
    """
    deleted, _by_model = Version.objects.filter(valid_to__lt=before).delete()
    return deleted
