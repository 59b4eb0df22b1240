"""The site is served as docs/how-to/serve.md says."""

import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo
from wagtail.models import Site

from benchmarks.processes import SECONDS_TO_START
from benchmarks.serving import environment, free_port
from graphql_api.caching import listener
from tests.factories import ProgrammeFactory

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/serve.md").read_text()
# Other tests have databases of their own on the same server.
HELD = """SELECT count(*) FROM pg_stat_activity
WHERE application_name = ANY(%s) AND datname = current_database()"""
QUESTION = "/graphql/?query=%7Bvisions%7BtotalCount%7D%7D&n="


def block(name: str) -> str:
    """Give the block of code that follows a file's name."""
    return re.search(rf"`{name}`.*?\n```\w+\n(.+?)\n```", PAGE, re.DOTALL)[1]


@pytest.fixture
def given():
    """Give the environment of the page, but for what belongs to a machine."""
    shown = dict(line.split("=", 1) for line in block("/etc/leitbild.env").splitlines())
    here = environment()
    address = make_conninfo(here["DATABASE_URL"], application_name="served")
    secret = {"SECRET_KEY": here["SECRET_KEY"], "MEDIA_ROOT": here["MEDIA_ROOT"]}
    return shown | secret | {"DATABASE_URL": address, "GRANIAN_PORT": str(free_port())}


@pytest.fixture
def server(transactional_db, given):
    """Run the command of the page."""
    ProgrammeFactory(parent=Site.objects.get(is_default_site=True).root_page)
    command = re.search("^ExecStart=(.+)", block("leitbild.service"), re.MULTILINE)[1]
    program, *arguments = shlex.split(command)
    program = Path(sys.executable).with_name(Path(program).name)
    process = subprocess.Popen([program, *arguments], cwd=ROOT, env=os.environ | given)
    yield int(given["GRANIAN_PORT"])
    process.terminate()
    process.wait()


def ask(port: int, path: str) -> int:
    curl = re.search("^curl .+", PAGE, re.MULTILINE)[0]
    headers = dict(header.split(": ") for header in re.findall("--header '(.+?)'", curl))
    http = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        http.request("GET", path, headers=headers | {"Accept": "*/*"})
        return http.getresponse().status
    except ConnectionRefusedError:
        return 0
    finally:
        http.close()


def test_the_command_of_the_page_serves_and_holds_the_connections_it_says(server, given):
    path = re.search("^curl .+:8000(/.+)", PAGE, re.MULTILINE)[1]
    end = monotonic() + SECONDS_TO_START
    while (status := ask(server, path)) != 200:
        assert monotonic() < end, status
        sleep(0.2)

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda number: ask(server, f"{QUESTION}{number}"), range(160)))

    assert {*answers} == {200}
    with connection.cursor() as cursor:
        cursor.execute(HELD, [["served", listener.NAME]])
        [held] = cursor.fetchone()
    processes = int(given["GRANIAN_WORKERS"])
    threads = int(given["GRANIAN_BLOCKING_THREADS"])
    assert processes < held <= processes * (threads + 2) == said(given)


def said(given: dict[str, str]) -> int:
    """Give what the site's settings say of its connections."""
    show = "from cms.settings import production; print(production.GRAPHQL_API_CONNECTIONS)"
    done = subprocess.run(
        [sys.executable, "-c", show], cwd=ROOT, env=os.environ | given,
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return int(done.stdout)
