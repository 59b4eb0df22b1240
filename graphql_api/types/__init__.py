"""The GraphQL types over documents, with the same stems as vision_pages.models."""
