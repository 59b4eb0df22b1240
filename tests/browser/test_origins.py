"""Pages of other origins that ask the API from a browser: only those that are allowed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.conftest import chromium

FETCH = """async ([address, options]) => {
  try {
    const response = await fetch(address, options);
    return {
      status: response.status,
      answer: await response.json(),
      usage: response.headers.get("X-GraphQL-Usage"),
      type: response.headers.get("Content-Type"),
    };
  } catch (error) {
    return error.name;
  }
}"""
QUERY = '{"query": "{ __typename }"}'
JSON = "application/json"
ANSWER = {
    "status": 200,
    "answer": {"data": {"__typename": "Query"}},
    "usage": "document-size=14, tokens=3, depth=1, aliases=0, directives=0, root-fields=1, cost=1",
    "type": f"{JSON}; charset=utf-8",
}


class EmptyPage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Frontend</title>")

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def origin() -> Iterator[str]:
    """Serve an empty page on an origin of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), EmptyPage) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def frontend(settings) -> Iterator[str]:
    """Give the origin of a frontend that may ask."""
    with origin() as address:
        settings.CORS_ALLOWED_ORIGINS = [address]
        yield address


@pytest.fixture
def stranger() -> Iterator[str]:
    """Give the origin of somebody that may not."""
    with origin() as address:
        yield address


@pytest.fixture
def asks(live_server) -> Iterator[Callable[..., object]]:
    """Ask from a page of an origin, as its scripts would.

    The page of other tests would not do: where Playwright looks at requests, it answers
    preflights itself.
    """
    with chromium() as browser:
        page = browser.new_page()

        def asks(origin: str, path: str = "/graphql/", **options: object) -> object:
            page.goto(origin)
            return page.evaluate(FETCH, [live_server.url + path, options])

        yield asks


def posting(**headers: str) -> dict:
    return {"method": "POST", "body": QUERY, "headers": {"Content-Type": JSON, **headers}}


def test_a_frontend_asks(asks, frontend):
    assert asks(frontend, **posting()) == ANSWER
    assert asks(frontend, "/graphql/?query={ __typename }") == ANSWER


def test_a_frontend_says_which_moment_and_site_it_asks_about(asks, frontend):
    answer = asks(frontend, **posting(**{"X-As-Of": "2026-01-01", "X-Site": "localhost"}))

    assert answer == ANSWER


def test_a_frontend_reads_why_it_is_refused(asks, frontend):
    answer = asks(frontend, method="POST", body="[", headers={"Content-Type": JSON})

    assert answer["status"] == 400
    assert answer["answer"]["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_a_stranger_reads_nothing(asks, frontend, stranger):
    assert asks(stranger, **posting()) == "TypeError"
    assert asks(stranger, "/graphql/?query={__typename}") == "TypeError"


def test_nobody_asks_with_cookies(asks, frontend):
    assert asks(frontend, **posting(), credentials="include") == "TypeError"


def test_a_frontend_asks_the_api_and_nothing_else(asks, frontend):
    assert asks(frontend, "/admin/login/") == "TypeError"


def test_a_frontend_asks_in_the_ways_there_are(asks, frontend):
    assert asks(frontend, method="DELETE") == "TypeError"
    assert asks(frontend, **posting(Authorization="Bearer x"))["status"] == 401
    assert asks(frontend, **posting(**{"X-Other": "x"})) == "TypeError"
