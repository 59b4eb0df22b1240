"""A real Varnish on this machine, before the site as its servers have it, with our example."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from urllib.parse import urlencode, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.db import connections

from tests.caching.conftest import JSON, Got, until

EXAMPLE = Path(__file__).parents[2] / "examples/varnish/default.vcl"
VARNISHD = shutil.which("varnishd", path=f"{os.environ['PATH']}:/usr/sbin")
MODULES = Path("/usr/lib")


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = False


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def origin(application: Callable[..., Any]) -> Iterator[int]:
    """Serve the site; give its port."""

    def closing(environ: Any, start_response: Any) -> Any:
        try:
            return application(environ, start_response)
        finally:
            connections.close_all()

    with make_server("127.0.0.1", 0, closing, Threads, Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def example(port: int) -> str:
    """Give the example with the site's port in it."""
    text = EXAMPLE.read_text()
    assert text.count('.port = "8000"') == 1
    return text.replace('.port = "8000"', f'.port = "{port}"')


@contextmanager
def varnish(vcl: str, folder: Path) -> Iterator[str]:
    """Start Varnish with a configuration; give where it is."""
    if VARNISHD is None or not [*MODULES.glob("*/varnish/vmods/libvmod_xkey.so")]:
        assert os.environ.get("CI") != "true", "Varnish and varnish-modules are not installed."
        pytest.skip("There is no Varnish with its modules.")
    (folder / "test.vcl").write_text(vcl)
    port = free_port()
    # Without a user of its own, who may not read what pytest makes.
    command = [VARNISHD, "-j", "none", "-F", "-n", folder / "run", "-f", folder / "test.vcl"]
    command += ["-a", f"127.0.0.1:{port}", "-T", "none", "-s", "malloc,16m"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log) as it,
    ):
        try:
            until(lambda: it.poll() is not None or listens(port))
            assert it.poll() is None, (folder / "log").read_text()
            yield f"http://127.0.0.1:{port}/"
        finally:
            it.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def asked(url: str, query: str, method: str = "GET", **headers: str) -> Got:
    """Ask an operation where Varnish is."""
    return sent(url, f"/graphql/?{urlencode({'query': query})}", method, **headers)


def sent(url: str, path: str, method: str = "GET", **headers: str) -> Got:
    parts = urlsplit(url)
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    connection.request(method, path, headers={"Host": "testserver", "Accept": JSON, **named})
    response = connection.getresponse()
    got = Got(f"{response.status}", dict(response.headers.items()), response.read())
    connection.close()
    return got
