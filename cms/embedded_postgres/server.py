"""When the embedded PostgreSQL runs: from the first process that uses it to the last.

Each process that uses the server holds a shared lock on the file `users`. Beside the server a
`flock` waits for the moment when nobody holds it, and stops the server. The kernel keeps the
count, so a process that was killed is not counted.
"""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import IO

import psycopg

from cms.embedded_postgres.place import Place
from cms.embedded_postgres.program import Program, ProgramError

DATABASE = "leitbild"
SECONDS_TO_START = 20


class ServerStartError(Exception):
    """PostgreSQL did not start; the message says why."""


def serve(project: Path) -> None:
    """Have the server running, and keep it running for as long as this process lives."""
    place = Place.of(project)
    use(place)
    with locked(place.home / "starting"):
        if not answers(place):
            start(place)


@cache
def use(place: Place) -> IO[bytes]:
    """Count this process, and those it forks, among the users."""
    place.prepare()
    users = place.users.open("ab")
    # The process that waits for this lock runs under the server's account.
    os.fchmod(users.fileno(), 0o644)
    fcntl.flock(users, fcntl.LOCK_SH)
    return users


@contextmanager
def locked(file: Path) -> Iterator[None]:
    with file.open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def answers(place: Place) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(place.socket / ".s.PGSQL.5432")) == 0


def start(place: Place) -> None:
    program = Program.installed(place)
    if not place.data.exists():
        program.initialise()
    remove_strangers(place.data / "postmaster.pid", place)
    remove_strangers(place.socket / ".s.PGSQL.5432.lock", place)
    start_patiently(program)
    program.stop_after(place.users)
    create_database(place)


def remove_strangers(lock: Path, place: Place) -> None:
    """Remove a lock whose process number has passed to a process that is no server of ours.

    PostgreSQL itself sees through a number nobody has, but not through one in other hands, and
    after a restart of a container the small numbers are always in somebody's hands.
    """
    if not lock.exists():
        return
    process = Path("/proc", lock.read_text().partition("\n")[0].strip())
    if process.exists() and process.joinpath("cwd").resolve() != place.data.resolve():
        lock.unlink()


def start_patiently(program: Program) -> None:
    """Start the server; what a killed one left running needs a moment to notice and to end."""
    deadline = monotonic() + SECONDS_TO_START
    while True:
        try:
            return program.start()
        except ProgramError as error:
            if monotonic() > deadline:
                log = program.place.log
                raise ServerStartError(f"{error}\n{log}:\n{log.read_text()[-2000:]}") from error
        sleep(0.2)


def create_database(place: Place) -> None:
    server = psycopg.connect(
        host=str(place.socket), user=DATABASE, dbname="postgres", autocommit=True
    )
    with server:
        names = server.execute("SELECT datname FROM pg_database").fetchall()
        if (DATABASE,) not in names:
            server.execute(f'CREATE DATABASE "{DATABASE}"')
