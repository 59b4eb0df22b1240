"""The site as a server has it, with the cache before it, and content that is committed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic, sleep
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db.models import Max
from django.test import RequestFactory
from wagtail.models import Page, Site

from graphql_api.caching.version import ContentVersion, Version
from graphql_api.caching.wsgi import CachedApplication
from graphql_api.documents.models import Version as StoredVersion
from tests.factories import ProgrammeFactory, VisionFactory

JSON = "application/json"


@dataclass
class Told:
    """A content version that knows what it is told.

    down: the one before the database went. withdrew: the last one that took something away.
    """

    version: Version | None = None
    down: Version | None = None
    withdrew: int = 0

    def current(self) -> Version | None:
        return self.version

    def is_down(self) -> bool:
        return self.down is not None

    def may_be_shown(self, version: Version, seconds: float) -> bool:
        return seconds > 0 and self.withdrew <= version.seq


@dataclass
class Got:
    """An answer as a client gets it."""

    status: str
    headers: dict[str, str]
    body: bytes


class Recorder:
    """Django's application, and how often it was asked."""

    def __init__(self) -> None:
        self.application = WSGIHandler()
        self.requests = 0

    def __call__(self, environ: Any, start_response: Any) -> Any:
        self.requests += 1
        return self.application(environ, start_response)


def environ(
    query: str = "", method: str = "GET", path: str = "/graphql/", **headers: str
) -> dict[str, Any]:
    """Give what a server passes on of a request; `accept_encoding="gzip"` is a header."""
    named = {"Accept": JSON} | {name.replace("_", "-"): text for name, text in headers.items()}
    parameters = {"query": query} if query else {}
    request = RequestFactory().get(path, parameters, headers=named)
    return {**request.environ, "REQUEST_METHOD": method}


def got(application: Any, environ: dict[str, Any]) -> Got:
    started: list[Any] = []
    response = application(environ, lambda *args: started.append(args))
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    status, headers = started[-1]
    return Got(status, dict(headers), body)


@pytest.fixture
def home(transactional_db: None) -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def city(home: Page) -> SimpleNamespace:
    programme = ProgrammeFactory(parent=home, title="Stadt der Zukunft")
    return SimpleNamespace(
        programme=programme, vision=VisionFactory(parent=programme, title="Köln 21")
    )


@pytest.fixture
def django() -> Recorder:
    return Recorder()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def cached(django: Recorder, told: Told) -> CachedApplication:
    """Give the site with the cache, which knows the version that it is told."""
    return CachedApplication(django, told)  # type: ignore[arg-type]


@pytest.fixture
def get(cached: CachedApplication, told: Told) -> Callable[..., Got]:
    """Ask while the last version is proven."""

    def get(query: str = "", **given: str) -> Got:
        told.version = Version(1, last_seq())
        return got(cached, environ(query, **given))

    return get


@pytest.fixture
def version() -> Iterator[ContentVersion]:
    """Give the version as processes know it; its thread ends with the test."""
    version = ContentVersion()
    yield version
    version.stop()


def last_seq() -> int:
    return StoredVersion.objects.aggregate(last=Max("seq"))["last"] or 0


def until(condition: Callable[[], Any]) -> Any:
    """Wait until something is so, and give it; a test in which it never is has failed."""
    end = monotonic() + 20
    while not (found := condition()):
        assert monotonic() < end, "It never came to that."
        sleep(0.005)
    return found
