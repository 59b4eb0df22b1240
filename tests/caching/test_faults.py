"""The site while its database fails: real processes of both, stopped, hung, restarted, pooled."""

import os
import re
import shutil
import subprocess
from http.client import HTTPConnection
from time import monotonic, sleep

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from benchmarks.flooding import request
from benchmarks.processes import granian, processes
from benchmarks.serving import free_port
from graphql_api.caching.version import BEAT, LEASE
from tests.caching.cluster import Cluster, hung
from tests.caching.conftest import until

SETTINGS = "tests.caching.settings_of_faults"
STALE_SECONDS = 8
VISIONS = "{ visions { nodes { title } } }"
SAID = re.compile(rb"Stand (\d+)\.")
# How long a machine that has other work may leave a process waiting, in seconds.
PATIENCE = 4.0
PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
POOL = """[databases]
leitbild = host={socket} user=leitbild
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory, django_db_setup):
    """Give a server of its own, with a city in it."""
    cluster = Cluster(tmp_path_factory.mktemp("faults"))
    given = connection.settings_dict
    cluster.fill(
        make_conninfo(
            host=given["HOST"], port=given["PORT"], user=given["USER"],
            password=given["PASSWORD"], dbname=given["TEST"]["TEMPLATE"],
        )
    )  # fmt: skip
    yield cluster
    cluster.stop()
    shutil.rmtree(cluster.place.home)


@pytest.fixture
def site(cluster):
    """Serve it anew for each test: what one breaks is nothing to the next."""
    given = {"DATABASE_URL": cluster.address, "STALE_SECONDS": str(STALE_SECONDS)}
    with processes(1, granian(1, 8), SETTINGS, **given) as site:
        yield site


@pytest.fixture
def number(cluster, site):
    """Publish a number, and give it when the site has it at hand."""
    number = next(numbers)
    cluster.publish(number)
    # With the first question it begins to listen; what is asked for after its first proof is kept.
    ask(site)
    until(lambda: cluster.listeners("query LIKE '%%withdrew%%'") == [True])
    sleep(BEAT)
    until(lambda: ask(site) == number)
    return number


numbers = iter(range(1, 1_000))


def ask(site, query=VISIONS, seconds=5.0):
    """Give the number that the site says; None if it says none."""
    http = HTTPConnection("127.0.0.1", site.port, timeout=seconds)
    http.connect()
    try:
        http.sock.sendall(request(query, "").encode())
        response = http.response_class(http.sock)
        response.begin()
        said = SAID.search(response.read())
        return said and int(said[1])
    except TimeoutError:
        return None
    finally:
        http.close()


def publish_and_see(cluster, site, number):
    """Publish, and demand that after the lease nobody is answered with what was before.

    A thread whose connection is broken fails once.
    """
    cluster.publish(number)
    committed = monotonic()
    until(lambda: ask(site) == number)
    assert monotonic() < committed + LEASE + PATIENCE
    assert {ask(site) for _ in range(50)} - {None} == {number}


def test_a_listener_whose_backend_ends_learns_of_the_next_publish(cluster, site, number):
    [before] = cluster.listeners()
    cluster.listeners("pg_terminate_backend(pid)")

    publish_and_see(cluster, site, next(numbers))

    assert before not in cluster.listeners()


def test_a_listener_whose_backend_hangs_is_not_believed(cluster, site, number):
    stopped = cluster.listeners()
    assert len(stopped) == 1
    with hung(stopped):
        publish_and_see(cluster, site, next(numbers))

        # By itself, through a new connection.
        assert len(cluster.listeners()) > len(stopped)


def test_while_the_server_restarts_what_is_at_hand_is_answered(cluster, site, number):
    seen = []
    cluster.stop()
    end = monotonic() + 1
    while monotonic() < end:
        seen.append(ask(site))
    cluster.program.start()

    assert {*seen} == {number}
    publish_and_see(cluster, site, next(numbers))


def test_while_the_server_hangs_what_is_at_hand_is_answered_for_a_while(cluster, site, number):
    with hung(cluster.processes()):
        begun = monotonic()
        # Some hang with it, until it is known to be down.
        until(lambda: ask(site, seconds=0.7) is None)
        until(lambda: ask(site, seconds=0.7) == number)
        assert monotonic() < begun + LEASE + PATIENCE
        assert {ask(site) for _ in range(50)} == {number}

        sleep(max(0.0, begun + LEASE + STALE_SECONDS - monotonic()))
        assert ask(site, seconds=0.7) is None

    publish_and_see(cluster, site, next(numbers))


@pytest.fixture
def pooler(cluster):
    """Give the address of a pooler that hands on connections after each transaction."""
    if PGBOUNCER is None:
        assert "CI" not in os.environ, "There is no pgbouncer."
        pytest.skip("There is no pgbouncer.")
    port = free_port()
    configured = cluster.place.socket / "pgbouncer.ini"
    configured.write_text(POOL.format(socket=cluster.place.socket, port=port))
    configured.chmod(0o644)
    pooler = subprocess.Popen([PGBOUNCER, "--quiet", configured], **cluster.place.identity)
    yield make_conninfo(host="127.0.0.1", port=port, user="leitbild", dbname="leitbild")
    pooler.terminate()
    pooler.wait()


def test_behind_a_pooler_the_listener_has_its_own_way(cluster, pooler):
    given = {"DATABASE_URL": pooler, "LISTEN_URL": cluster.address}
    with processes(1, granian(1, 2), SETTINGS, **given) as site:
        for _ in range(3):
            publish_and_see(cluster, site, next(numbers))
