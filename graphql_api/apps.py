"""The Django app of the API."""

from importlib import import_module

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.module_loading import autodiscover_modules

from graphql_api.checks import check_deployment, check_settings
from graphql_api.database_checks import check_connections


class GraphqlApiConfig(AppConfig):
    name = "graphql_api"
    verbose_name = "GraphQL API"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register(check_settings)
        register(check_deployment, deploy=True)
        register(check_connections, Tags.database)
        # The types say which models have documents, and with which fields: first the host's.
        autodiscover_modules("graphql_types")
        register(import_module("graphql_api.type_checks").check_types)
        import_module("graphql_api.documents.following").start()
        import_module("graphql_api.documents.plans").start()
        import_module("graphql_api.frontends.addresses").start()
        import_module("graphql_api.frontends.operations").start()
        import_module("graphql_api.frontends.origins").start()
        import_module("graphql_api.frontends.tokens").start()
        import_module("graphql_api.previews.clearing").start()
        import_module("graphql_api.purging.tasks").start()
        register(import_module("graphql_api.purging.targets").check_purging)
        serving = import_module("graphql_api.previews.serving")
        import_module("vision_pages.models.preview").register(serving.FrontendPreviews())
