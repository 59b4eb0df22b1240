"""The test database: a copy of a migrated one, so that every run starts soon and clean."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.migrations.loader import MigrationLoader
from django.test import TransactionTestCase


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """Have the copy ready, and use it where a test commits what it does."""
    test = connection.settings_dict["TEST"]
    test["TEMPLATE"] = f"{test['NAME']}_migrated"
    with django_db_blocker.unblock():
        prepare(test["TEMPLATE"], migrations(), migrate)
    with pytest.MonkeyPatch.context() as patch:
        # Django would empty all tables, among them what the migrations wrote.
        patch.setattr(TransactionTestCase, "_fixture_teardown", renew)
        patch.setattr(type(connection.creation), "_destroy_test_db", destroy)
        yield


def migrations() -> str:
    """Give a fingerprint of every migration there is."""
    loader = MigrationLoader(connection=None)
    modules = sorted({migration.__module__ for migration in loader.disk_migrations.values()})
    files = [Path(__import__(module, fromlist=["_"]).__file__) for module in modules]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def comment(database: str) -> str | None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [database],
        )
        row = cursor.fetchone()
    return row and row[0]


def prepare(database: str, fingerprint: str, migrate: Callable[[str], None]) -> None:
    """Make a migrated database anew, unless it is there: its comment says that it is whole."""
    if comment(database) == fingerprint:
        return
    create(database, "template0")
    migrate(database)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {quoted(database)} IS '{fingerprint}'")


def migrate(database: str) -> None:
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    call_command("migrate", verbosity=0)
    connection.close()
    connection.settings_dict["NAME"] = name


def renew(test: TransactionTestCase) -> None:
    """Put the migrated database in the place of the one in which a test committed."""
    connection.close()
    create(connection.settings_dict["NAME"], connection.settings_dict["TEST"]["TEMPLATE"])


def destroy(creation: BaseDatabaseCreation, database: str, verbosity: int) -> None:
    """Drop a database at the end, though a thread that served a test may still be connected."""
    with connection._nodb_cursor() as cursor:
        drop(cursor, database)


def drop(cursor: Any, database: str) -> None:
    cursor.execute(f"DROP DATABASE IF EXISTS {quoted(database)} WITH (FORCE)")


def create(database: str, template: str) -> None:
    with connection._nodb_cursor() as cursor:
        drop(cursor, database)
        cursor.execute(f"CREATE DATABASE {quoted(database)} TEMPLATE {quoted(template)}")


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
