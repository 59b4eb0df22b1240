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
def use(place: Place) -> int:
    """Count this process, and those it forks, among the users, and give the lock that does it."""
    place.prepare()
    # The process that waits for this lock runs under the server's account.
    users = os.open(place.users, os.O_RDWR | os.O_CREAT, 0o644)
    os.fchmod(users, 0o644)
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
    remove_stale(place.data / "postmaster.pid", place)
    remove_stale(place.socket / ".s.PGSQL.5432.lock", place)
    start_patiently(program)
    program.stop_after(place.users)
    create_database(place)


def remove_stale(lock: Path, place: Place) -> None:
    """Remove the lock of a server that is gone.

    PostgreSQL does so itself, unless the lock's process number is in other hands by now, as the
    small numbers always are after a restart of a container.
    """
    if lock.exists() and not serves(place, process=lock.read_text().partition("\n")[0].strip()):
        lock.unlink()


def serves(place: Place, process: str) -> bool:
    """Whether the process is a server of this place: a server works in its data folder."""
    try:
        return Path("/proc", process, "cwd").readlink() == place.data.resolve()
    except OSError:
        return False


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
