"""Serving a contender as a city would, and asking it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import socket
from subprocess import Popen
from time import sleep
from typing import Any

from django.db import connection
from psycopg.conninfo import make_conninfo

from benchmarks.contenders import ROOT, Contender

HEADERS = {
    "Host": "localhost",
    "Content-Type": "application/json",
    "Accept": "application/json",
    "X-Forwarded-Proto": "https",  # production takes requests over TLS only
}
STATEMENTS_HEADER = "X-SQL-Statements"
MEDIA = ROOT / "benchmarks/.media"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A contender that is being served by one process with one thread."""

    contender: Contender
    process: "Popen[bytes]"
    port: int

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def cpu(self) -> float:
        """Give the seconds of CPU that the server has taken."""
        pids = [self.process.pid]
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return sum(map(seconds, [*pids, *children.read_text().split()]))


def seconds(pid: int | str) -> float:
    """Give the seconds of CPU that a process has taken; none if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def database_cpu() -> float:
    """Give the seconds of CPU of the database for all but this process; 0 if it runs elsewhere."""
    if not str(connection.settings_dict["HOST"]).startswith("/"):
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"
        )
        return sum(seconds(pid) for (pid,) in cursor.fetchall())


def ask(http: HTTPConnection, body: bytes) -> tuple[HTTPResponse, bytes]:
    """Ask one operation; raise RuntimeError for anything but an answer."""
    http.request("POST", "/graphql/", body, HEADERS)
    response = http.getresponse()
    content = response.read()
    if response.status != 200 or b'"errors"' in content[:200]:
        raise RuntimeError(f"{response.status}: {content[:500].decode()}")
    return response, content


def answer(server: Server, body: bytes) -> tuple[HTTPResponse, Any]:
    http = server.connect()
    response, content = ask(http, body)
    http.close()
    return response, json.loads(content)["data"]


@contextmanager
def serving(contender: Contender) -> Iterator[Server]:
    """Serve a contender by granian, with one worker of one thread, until the block ends."""
    port = free_port()
    options = "--interface wsgi --workers 1 --blocking-threads 1 --no-ws --log-level warning"
    process = Popen(
        [
            contender.program("granian"), *options.split(), "--host", "127.0.0.1",
            "--port", str(port), "benchmarks.wsgi:application",
        ],
        cwd=ROOT, env=os.environ | given_environment(contender.settings),
    )  # fmt: skip
    server = Server(contender, process, port)
    try:
        wait(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def given_environment(settings: str) -> dict[str, str]:
    """Give what a site with these settings, on the database in use, finds around it."""
    given = connection.settings_dict
    database = make_conninfo(
        host=given["HOST"], port=given["PORT"], user=given["USER"], password=given["PASSWORD"],
        dbname=given["NAME"],
    )  # fmt: skip
    return {
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": database,
        "SECRET_KEY": "only-for-benchmarks",
        "ALLOWED_HOSTS": "localhost",
        "MEDIA_ROOT": str(MEDIA),
        "PYTHONPATH": str(ROOT),
    }


def wait(server: Server) -> None:
    """Wait until a server answers; raise RuntimeError for one that ended."""
    while server.process.poll() is None:
        try:
            answer(server, json.dumps({"query": "{ __typename }"}).encode())
        except ConnectionRefusedError:
            sleep(0.2)
        else:
            return
    raise RuntimeError(f"{server.contender.name} does not start.")
