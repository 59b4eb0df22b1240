"""The demo in one command: database, content, server."""

import os
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces

from cms.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Serve the site with its demo content."
    # The checks would read the database before it has its tables.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default=8000, type=int)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        try:
            self.demonstrate(host, port)
        except KeyboardInterrupt:
            self.say("Stopped.")

    def demonstrate(self, host: str, port: int) -> None:
        require_free(host, port)
        compile_catalogues(settings.LOCALE_PATHS[0])
        self.prepare_database()
        call_command("load_demo", stdout=self.stdout)
        connection.close()
        address = f"http://{host}:{port}"
        self.say(f"Administration  {address}/admin/")
        self.say(f"GraphQL         {address}/graphql/")
        self.say("Ctrl-C stops everything.")
        # The server's own processes read this when they load the settings.
        os.environ["WAGTAILADMIN_BASE_URL"] = address
        server(host, port).serve()

    def prepare_database(self) -> None:
        self.say("Starting the database …")
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Creating the tables …")
            call_command("migrate", stdout=self.stdout)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def require_free(host: str, port: int) -> None:
    """Refuse a port in use: two servers would share it, each with half of the requests."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} of {host} is not free ({error.strerror}). "
                f"Choose another one: make demo PORT={port + 1}"
            ) from error


def server(host: str, port: int) -> Granian:
    return Granian(
        "cms.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level="warning",
    )
