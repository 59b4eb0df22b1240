"""Names the models of this app for Django."""

from graphql_api.documents.models import Document, RenditionSet, Version
from graphql_api.documents.search.models import SearchEntry, SearchWord

__all__ = ["Document", "RenditionSet", "SearchEntry", "SearchWord", "Version"]
