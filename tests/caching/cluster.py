"""A PostgreSQL server of its own, with a site's content, to be stopped, hung and restarted."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from cms.embedded_postgres import server
from cms.embedded_postgres.place import Place
from cms.embedded_postgres.program import Program

ROOT = Path(__file__).parents[2]
CITY = """
import django
django.setup()
from wagtail.models import Site
from tests.factories import ProgrammeFactory, VisionFactory
home = Site.objects.get(is_default_site=True).root_page
VisionFactory(parent=ProgrammeFactory(parent=home), title="Stand 0.")
"""
PUBLISH = """UPDATE graphql_api_document
SET data = jsonb_set(data, '{title}', to_jsonb(%(title)s::text)), content_hash = %(title)s
WHERE kind = 'Vision'"""
LISTENERS = "SELECT {what} FROM pg_stat_activity WHERE application_name LIKE %s"


class Cluster:
    """Its postmaster and backends are real processes; all of them belong to the tests."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.place = Place.of(project)
        server.serve(project)
        self.program = Program.installed(self.place)
        self.address = make_conninfo(
            host=str(self.place.socket), user=server.DATABASE, dbname=server.DATABASE
        )

    def fill(self, template: str) -> None:
        """Copy the tables of a database, named as libpq does, and put a city into them."""
        dump = self.place.socket / "dump.sql"
        self.program.run("pg_dump", "--no-owner", f"--file={dump}", template)
        self.program.run("psql", "--quiet", f"--file={dump}", self.address)
        environment = os.environ | {
            "DATABASE_URL": self.address,
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        }
        subprocess.run([sys.executable, "-c", CITY], cwd=ROOT, env=environment, check=True)

    def publish(self, number: int) -> None:
        """Let the vision say a number from now on."""
        with psycopg.connect(self.address) as connection:
            connection.execute(PUBLISH, {"title": f"Stand {number}."})

    def listeners(self, what: str = "pid") -> list[int]:
        """Give, or end, the backends of those who listen."""
        with psycopg.connect(self.address) as connection:
            found = connection.execute(LISTENERS.format(what=what), ["graphql_api%"]).fetchall()
            return [one for (one,) in found]

    def processes(self) -> list[int]:
        """Give the postmaster and all it has started."""
        postmaster = int((self.place.data / "postmaster.pid").read_text().split("\n")[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text()
        return [postmaster, *map(int, children.split())]

    def restart(self) -> None:
        self.stop()
        self.program.start()

    def stop(self) -> None:
        self.program.run("pg_ctl", "stop", "-D", self.place.data, "-m", "immediate")


@contextmanager
def hung(pids: list[int]) -> Iterator[None]:
    """Stop processes as they are: what is sent to them is acknowledged, and not answered."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
