"""Names the models of this app for Django."""

from graphql_api.documents.models import Document, RenditionSet, Version

__all__ = ["Document", "RenditionSet", "Version"]
