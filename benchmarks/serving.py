"""Serving a contender as a city would: by one process, with one thread where it has threads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from socket import socket
from subprocess import Popen
from time import sleep

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from benchmarks.contenders import ROOT, Contender
from benchmarks.usage import family, memory, seconds
from benchmarks.wire import Connection


@dataclass(frozen=True)
class Server:
    """A contender that is being served. database: the name of what it reads."""

    contender: Contender
    process: "Popen[bytes]"
    port: int
    database: str

    def connect(self) -> Connection:
        return Connection(self.port)

    def cpu(self) -> float:
        """Give the seconds of CPU that the server has taken."""
        return sum(map(seconds, family(self.process.pid)))

    def memory(self) -> int:
        """Give the bytes of the process that answers: the largest of the server's."""
        return max(map(memory, family(self.process.pid)))


@contextmanager
def serving(contender: Contender) -> Iterator[Server]:
    """Serve a contender on the database in use until the block ends."""
    port = free_port()
    process = Popen(
        contender.command(port), cwd=ROOT, env=os.environ | environment() | contender.environment()
    )
    try:
        wait(process, port)
        yield Server(contender, process, port, str(connection.settings_dict["NAME"]))
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment() -> dict[str, str]:
    """Give what a site on the database in use finds around it."""
    given = connection.settings_dict
    database = {
        "host": given["HOST"], "port": given["PORT"], "user": given["USER"],
        "password": given["PASSWORD"], "dbname": given["NAME"],
    }  # fmt: skip
    return {
        "DATABASE_URL": make_conninfo(**database),
        "SECRET_KEY": "only-for-benchmarks",
        "ALLOWED_HOSTS": "localhost",
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "PYTHONPATH": str(ROOT),
    }


def wait(process: "Popen[bytes]", port: int) -> None:
    """Wait until a server takes connections; raise RuntimeError for one that ended."""
    while process.poll() is None:
        try:
            Connection(port).close()
        except ConnectionRefusedError:
            sleep(0.2)
        else:
            return
    raise RuntimeError(f"{process.args!r} does not start.")
