"""The site in several processes: started as in production, asked for its memory, ended."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import Popen
from time import monotonic, sleep

from benchmarks.addresses import PROCESS
from benchmarks.contenders import ROOT
from benchmarks.serving import environment, free_port

SECONDS_TO_START = 120  # on a machine that has other work


@dataclass(frozen=True)
class Processes:
    """A server and the processes that answer for it."""

    server: "Popen[bytes]"
    port: int

    def workers(self) -> set[int]:
        """Give the process ids of those that answer: connections are shared out among them."""
        return {who(self.port) for _ in range(64)}


def who(port: int) -> int:
    """Ask which process answers on a new connection."""
    http = HTTPConnection("127.0.0.1", port, timeout=30)
    http.request("GET", PROCESS, headers={"Host": "localhost"})
    pid = int(http.getresponse().read())
    http.close()
    return pid


def granian(workers: int, threads: int, *options: str) -> list[str]:
    """Give the command that serves the site, as in docs/how-to/serve.md."""
    return [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--no-ws",
        "--workers", str(workers), "--blocking-threads", str(threads), "--log-level", "warning",
        *options, "--port", "{port}",
    ]  # fmt: skip


@contextmanager
def processes(
    workers: int, command: Sequence[str], settings: str = "cms.settings.production", **given: str
) -> Iterator[Processes]:
    """Serve the site on the database in use until the block ends; `given` is its environment.

    command: where it says {port}, the port stands; the application comes last.
    """
    port = free_port()
    server = Popen(
        [*(part.format(port=port) for part in command), "benchmarks.site:application"],
        cwd=ROOT,
        env=os.environ | environment() | {"DJANGO_SETTINGS_MODULE": settings} | given,
    )  # fmt: skip
    found = Processes(server, port)
    try:
        wait(found, workers)
        yield found
    finally:
        server.terminate()
        server.wait()


def wait(found: Processes, workers: int) -> None:
    """Wait until all answer; raise RuntimeError where they don't."""
    end = monotonic() + SECONDS_TO_START
    while found.server.poll() is None and monotonic() < end:
        try:
            if len(found.workers()) == workers:
                return
        except OSError:
            pass
        sleep(0.2)
    raise RuntimeError("The site does not start.")
