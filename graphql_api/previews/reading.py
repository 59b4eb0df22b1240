"""Reading with a draft laid over the documents."""

from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

from graphql_api.documents.search_path import reading_through


def reading_draft(draft: UUID | None) -> AbstractContextManager[None]:
    """Have all reads on this thread's connection see a draft; None is what is public."""
    if draft is None:
        return nullcontext()
    return reading_through("graphql_api_preview", "graphql_api.draft", str(draft))
