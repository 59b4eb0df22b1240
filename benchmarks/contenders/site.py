"""Contenders that are sites of Django's, served by granian."""

import json
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from typing import Any

from benchmarks.contenders.contender import ROOT, Contender

SERVED = (
    "--interface wsgi --workers 1 --blocking-threads 1 --no-ws --log-level warning --host 127.0.0.1"
)


@dataclass(frozen=True)
class Site(Contender):
    """A site: its settings, where it is installed, what matters of that."""

    settings: str
    home: Path = ROOT / ".venv"
    packages: tuple[str, ...] = ()

    def missing(self) -> str | None:
        if Path(self.program("granian")).exists():
            return None
        return f"{self.home.relative_to(ROOT)} is not there: `make bench` installs it"

    def program(self, name: str) -> str:
        return str(self.home / "bin" / name)

    def command(self, port: int) -> list[str]:
        granian = [self.program("granian"), *SERVED.split()]
        return [*granian, "--port", str(port), "benchmarks.wsgi:application"]

    def environment(self) -> dict[str, str]:
        return {"DJANGO_SETTINGS_MODULE": self.settings}

    def versions(self) -> dict[str, str]:
        listed = run(
            [self.program("python"), "-m", "pip", "list", "--format=json"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        installed: list[dict[str, Any]] = json.loads(listed.stdout)
        return {one["name"]: one["version"] for one in installed if one["name"] in self.packages}
