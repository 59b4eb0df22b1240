"""Names the models of this app for Django."""

from graphql_api.documents.models import Document, RenditionSet, Version
from graphql_api.documents.search.models import SearchEntry, SearchWord
from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation
from graphql_api.previews.models import Draft, DraftRow, DraftWord, SharedPreview
from graphql_api.purging.models import PurgeState

__all__ = [
    "Document",
    "Draft",
    "DraftRow",
    "DraftWord",
    "Frontend",
    "Operation",
    "PurgeState",
    "RenditionSet",
    "SearchEntry",
    "SearchWord",
    "SharedPreview",
    "Version",
]
