"""Makes documents follow what is published, from the start of the process."""

from typing import Any

from django.core import checks
from django.db import connection
from django.db.migrations import AddIndex, Migration, RemoveIndex, RenameIndex
from django.db.models import Model
from django.db.models.signals import post_migrate
from wagtail import hooks

from graphql_api.documents import atomicity, receivers, silence, triggers
from graphql_api.documents.models import Document
from graphql_api.documents.refresh import every_model, rebuild


def start() -> None:
    """Wrap, listen, check. All models must be registered by now."""
    atomicity.wrap()
    receivers.connect()
    hooks.register("after_bulk_action", silence.after_bulk_action)
    checks.register(atomicity.check_wrapped)
    post_migrate.connect(migrated, dispatch_uid="graphql_api.migrated")


def migrated(sender: Any, plan: Any = (), **kwargs: Any) -> None:
    """Follow the host's tables of files; write the documents of what was there before us."""
    if sender.label != "graphql_api" or not are_all_tables_there():
        return
    triggers.install()
    if any(is_told_otherwise(migration) and not back for migration, back in plan):
        for _done in rebuild():
            pass


def is_told_otherwise(migration: Migration) -> bool:
    """Say whether documents may be others behind a migration: to no index does it matter."""
    return migration.app_label == "graphql_api" and not all(
        isinstance(operation, (AddIndex, RemoveIndex, RenameIndex))
        for operation in migration.operations
    )


def are_all_tables_there() -> bool:
    """Say whether there is something to do: somebody may migrate some apps only, or back."""
    models: list[type[Model]] = [Document, *every_model()]
    return {model._meta.db_table for model in models} <= {*connection.introspection.table_names()}
