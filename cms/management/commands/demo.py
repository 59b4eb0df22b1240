"""The demo in one command: database, content, server."""

import os
import socket
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer
from wagtail.models import Site

from cms import schedule
from cms.catalogues import compile_catalogues
from cms.logins import LOGINS, make_logins
from graphql_api.caching import get_wsgi_application
from graphql_api.models import Frontend


class Command(BaseCommand):
    help = "Serve the site with its demo content."
    # The checks would read the database before it has its tables.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default=8000, type=int)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        with suppress(KeyboardInterrupt):
            self.demonstrate(host, port)
        self.say("Stopped.")

    def demonstrate(self, host: str, port: int) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo's passwords are known: not with these settings.")
        require_free(host, port)
        compile_catalogues(settings.LOCALE_PATHS[0])
        self.prepare_database()
        call_command("load_demo", stdout=self.stdout)
        call_command("create_roles", verbosity=0)
        make_logins()
        give_address(host, port)
        connection.close()
        self.greet(f"http://{host}:{port}")
        server(host, port).serve(target_loader=application, wrap_loader=False)

    def prepare_database(self) -> None:
        self.say("Starting the database …")
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command(CountedMigrations(self, len(plan)), verbosity=0, skip_checks=True)

    def greet(self, address: str) -> None:
        self.say(f"\nFrontend        {address}/")
        self.say(f"Administration  {address}/admin/")
        self.say(f"GraphQL         {address}/graphql/")
        self.say("\nLog in as               user name         password")
        for login in LOGINS:
            self.say(f"{login.role.name!s:<23} {login.name:<17} {login.name}")
        self.say("\nCtrl-C stops everything.")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


class CountedMigrations(migrate.Command):
    """Django's migrate, which says how far it is."""

    def __init__(self, demo: Command, total: int) -> None:
        super().__init__()
        self.demo = demo
        self.done = 0
        self.total = total

    def migration_progress_callback(
        self,
        action: str,
        migration: Migration | None = None,
        fake: bool = False,  # noqa: FBT001, FBT002 - Django's signature
    ) -> None:
        if action != "apply_success":
            return
        self.done += 1
        if self.done % 50 == 0 or self.done == self.total:
            self.demo.say(f"Tables: {self.done} of {self.total} migrations")


def give_address(host: str, port: int) -> None:
    """Let the addresses of pages lead to this server, also where it listened elsewhere before."""
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != (host, port):
        site.hostname, site.port = host, port
        site.save()
    address = f"http://{host}:{port}"
    Frontend.objects.update_or_create(
        name="Referenz-Frontend",
        defaults={
            "base_address": address,
            "preview_address": f"{address}{{path}}#preview={{token}}",
        },
    )


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


def server(host: str, port: int) -> MPServer:
    return MPServer(
        "cms.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )


def application() -> Callable[..., Iterable[bytes]]:
    """Load the application in a process that leaves the terminal's signals to its parent.

    Ctrl-C reaches all processes of a group at once, and granian's worker waits for ever when the
    signal of its parent comes while it handles that of the terminal.
    """
    os.setpgrp()
    served = get_wsgi_application()
    schedule.start()
    return served
