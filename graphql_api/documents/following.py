"""Makes documents follow what is published, from the start of the process."""

from typing import Any

from django.core import checks
from django.db import connection
from django.db.models.signals import post_migrate
from wagtail import hooks
from wagtail.models import Page

from graphql_api.documents import atomicity, receivers, silence, things
from graphql_api.documents.refresh import rebuild


def start() -> None:
    """Wrap, listen, check. All models must be registered by now."""
    atomicity.wrap()
    receivers.connect()
    hooks.register("after_bulk_action", silence.after_bulk_action)
    checks.register(atomicity.check_wrapped)
    post_migrate.connect(build, dispatch_uid="graphql_api.build")


def build(sender: Any, plan: Any = (), **kwargs: Any) -> None:
    """Write the documents of what was there before us, once our tables are."""
    ours = any(migration.app_label == "graphql_api" and not back for migration, back in plan)
    if sender.label == "graphql_api" and ours and are_there(Page, *things.said_models()):
        for _done in rebuild():
            pass


def are_there(*models: Any) -> bool:
    """Say whether all tables exist: somebody may have migrated some apps only."""
    return {model._meta.db_table for model in models} <= {*connection.introspection.table_names()}
