"""The Django app of the API."""

from importlib import import_module

from django.apps import AppConfig


class GraphqlApiConfig(AppConfig):
    name = "graphql_api"
    verbose_name = "GraphQL API"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The types say which models have documents, and with which fields.
        import_module("graphql_api.schema")
        import_module("graphql_api.documents.following").start()
