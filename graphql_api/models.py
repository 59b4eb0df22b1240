"""Names the models of this app for Django."""

from graphql_api.documents.models import Document, Version

__all__ = ["Document", "Version"]
