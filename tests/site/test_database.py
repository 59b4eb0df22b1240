"""The embedded PostgreSQL, with real processes that come, go and are killed."""

import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms import database
from cms.embedded_postgres import program, server
from cms.embedded_postgres.place import LONGEST_SOCKET, Place
from cms.embedded_postgres.program import Program

ROOT = Path(__file__).parents[2]
CLIENT = """
import sys
from pathlib import Path

import django
from django.conf import settings

from cms.database import embedded

settings.configure(DATABASES={"default": embedded(Path(sys.argv[1]))})
django.setup()

from django.db import connection

with connection.cursor() as cursor:
    for statement in sys.argv[2:]:
        cursor.execute(statement)
    print(*cursor.fetchone(), flush=True)
sys.stdin.read()
"""


CITY = [
    "DROP TABLE IF EXISTS city",
    "CREATE TABLE city (name text)",
    "INSERT INTO city VALUES ('Köln') RETURNING 1",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a project whose server all tests start and stop: its cluster is made once."""
    project = tmp_path_factory.mktemp("project")
    yield project
    shutil.rmtree(Place.of(project).home)


@pytest.fixture
def place(project: Path) -> Iterator[Place]:
    place = Place.of(project)
    yield place
    wait_until(lambda: stopped(place))


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[Place]:
    """Give a place that no server has used yet."""
    place = Place.of(tmp_path)
    yield place
    wait_until(lambda: not place.users.exists() or stopped(place))
    shutil.rmtree(place.home, ignore_errors=True)


def client(project: Path, *statements: str) -> subprocess.Popen[str]:
    """Start a process that runs statements, prints a row and lives until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", CLIENT, project, *statements],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> str:
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return output.strip()


def ask(project: Path, *statements: str) -> str:
    return answer(client(project, *statements))


@contextmanager
def user(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Keep a process connected."""
    with client(project, "SELECT 1") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "1\n"
        yield process


def wait_until(happened) -> None:
    deadline = monotonic() + 20
    while not happened():
        assert monotonic() < deadline
        sleep(0.05)


def stopped(place: Place) -> bool:
    """Whether nobody uses the server any more and whoever stopped it is done."""
    if server.answers(place):
        return False
    with place.users.open() as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def postmaster(place: Place) -> int:
    return int((place.data / "postmaster.pid").read_text().split("\n")[0])


def test_data_survives_a_restart(project, place):
    ask(project, *CITY)
    wait_until(lambda: stopped(place))

    assert ask(project, "SELECT name FROM city") == "Köln"


def test_text_is_compared_alike_everywhere(project, place):
    locale = "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()"

    assert ask(project, locale) == "b C.UTF-8"
    assert ask(project, "SELECT lower('ÄÖÜ'), current_setting('TimeZone')") == "äöü UTC"


def test_processes_that_start_together_share_one_server(project, place):
    question = "SELECT pg_postmaster_start_time(), pg_sleep(1)"
    processes = [client(project, question) for _ in range(2)]
    answers = {answer(process) for process in processes}

    assert len(answers) == 1


def test_server_outlives_the_user_who_started_it(project, place):
    with user(project) as first:
        with user(project):
            first.communicate(timeout=20)
            sleep(0.5)

            assert server.answers(place)

        wait_until(lambda: stopped(place))


def test_killed_user_leaves_no_server(project, place):
    with user(project) as process:
        process.kill()

    wait_until(lambda: stopped(place))


def test_killed_server_is_recovered(project, place):
    ask(project, *CITY)
    with user(project):
        os.kill(postmaster(place), signal.SIGKILL)

        assert ask(project, "SELECT name FROM city") == "Köln"


def test_half_finished_cluster_is_made_anew(untouched, tmp_path):
    untouched.prepare()
    untouched.lend(untouched.home / "data.unfinished")
    (untouched.home / "data.unfinished" / "PG_VERSION").write_text("18\n")

    assert ask(tmp_path, "SELECT 1") == "1"


def test_stale_locks_are_no_obstacle(project, place):
    ask(project, "SELECT 1")
    wait_until(lambda: stopped(place))
    for lock in (place.data / "postmaster.pid", place.socket / ".s.PGSQL.5432.lock"):
        # Its number belongs to this process, as it may after a restart of the machine.
        lock.write_text(f"{os.getpid()}\n{place.data}\n")

    assert ask(project, "SELECT 1") == "1"


def test_lock_of_a_running_server_stays(project, place):
    with user(project):
        lock = place.data / "postmaster.pid"
        server.remove_stale(lock, place)

        assert lock.exists()


def test_server_that_cannot_start_says_why(project, place, monkeypatch):
    monkeypatch.setattr(server, "SECONDS_TO_START", 0)
    monkeypatch.setattr(program, "SETTINGS", {"work_mem": "plenty"})

    with pytest.raises(server.ServerStartError, match='invalid value for parameter "work_mem"'):
        server.serve(project)
    os.close(server.use(place))
    server.use.cache_clear()


def test_only_its_owner_may_enter(project, place):
    ask(project, "SELECT 1")

    for folder, mode in {place.data: 0o700, place.socket: 0o700, place.home: 0o700}.items():
        allowed = 0o710 if place.account and folder == place.home else mode
        assert stat.S_IMODE(folder.stat().st_mode) == allowed


def test_nothing_above_the_place_changes(untouched, tmp_path):
    above = [*untouched.home.parents, *tmp_path.parents]
    modes = [(folder.stat().st_mode, folder.stat().st_uid) for folder in above]
    accounts = Path("/etc/passwd").read_bytes()
    ask(tmp_path, "SELECT 1")

    assert [(folder.stat().st_mode, folder.stat().st_uid) for folder in above] == modes
    assert Path("/etc/passwd").read_bytes() == accounts


def test_home_that_somebody_else_laid_is_refused(untouched, tmp_path):
    untouched.home.symlink_to(tmp_path)

    with pytest.raises(PermissionError, match="belongs to somebody else"):
        untouched.prepare()
    untouched.home.unlink()


def test_long_path_has_a_short_socket(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    project = Path("/home", "long" * 30)
    place = Place.of(project)

    assert place.home == project / ".postgres"
    assert len(str(place.socket)) < LONGEST_SOCKET


def test_missing_wheel_names_the_two_ways_out(untouched, monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(program, "distribution", missing)

    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL.*wagtail-leitbild\[demo\]"):
        Program.installed(untouched)


def test_given_url_is_read_as_libpq_reads_it(monkeypatch, tmp_path):
    url = "postgres://anna:k%C3%B6ln@db.example:5433/vision?sslmode=require"
    monkeypatch.setenv("DATABASE_URL", url)

    assert database.database(tmp_path) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "vision",
        "USER": "anna",
        "PASSWORD": "köln",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"prepare_threshold": 0, "sslmode": "require"},
    }
