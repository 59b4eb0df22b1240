"""Answers as they travel: as Django gave them, or ready to be given to many."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.utils.http import parse_etags, quote_etag

from graphql_api import conf
from graphql_api.caching.encodings import packed
from graphql_api.caching.requests import KNOWN, Asked, Environ
from graphql_api.caching.version import Version
from graphql_api.http.site_files import CACHE_CONTROL

StartResponse = Callable[..., Any]
Headers = list[tuple[str, str]]

OK = "200 OK"
UNCHANGED = "304 Not Modified"
FAULTS = ("500 ", "502 ", "503 ", "504 ")
OVERHEAD = 2_000  # bytes that an entry takes beside its body and its key
# They describe the body, which 304 has not.
MADE_ANEW = {"cache-control", "content-length", "etag", "vary"}
OF_THE_BODY = {"content-length", "content-type", "content-encoding"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What Django answered, for one request."""

    status: str
    headers: Headers
    body: bytes

    def send(self, environ: Environ, start_response: StartResponse, now: float) -> list[bytes]:
        start_response(self.status, self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def is_for_everybody(self) -> bool:
        """Say whether it may be kept: it succeeded, and depends on nothing that is not asked for.

        Views and middleware that say themselves how long it holds are not second-guessed, but for
        our own files.
        """
        said = {name.lower(): value for name, value in self.headers}
        varies = {one.strip().lower() for one in said.get("vary", "").split(",")}
        return (
            self.status == OK
            and varies <= {"", *KNOWN}
            and said.get("cache-control") in {None, CACHE_CONTROL}
            and not said.keys() & {"set-cookie", "content-encoding"}
        )

    def is_faulty(self) -> bool:
        return self.status.startswith(FAULTS)


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer for everybody who asks the same.

    changes_at: when it changes by itself. kept_until: when it is asked for anew in any case. Both
    in seconds since 1970. shared: how long others may keep it, shown: how long they may show it, in
    seconds. control: what to tell them instead. headers: without Cache-Control, as unchanged, those
    of a 304.
    """

    version: Version
    changes_at: float
    kept_until: float
    shared: int
    shown: int
    control: str | None
    headers: Headers
    unchanged: Headers
    body: bytes
    etag: str
    size: int

    def holds(self, now: float) -> bool:
        return now < self.changes_at and now < self.kept_until

    def send(self, environ: Environ, start_response: StartResponse, now: float) -> list[bytes]:
        left = min(self.shown, int(self.changes_at - now))
        control = ("Cache-Control", self.control or cache_control(left, self.shared))
        wanted = environ.get("HTTP_IF_NONE_MATCH")
        if wanted is not None and is_known(self.etag, wanted):
            start_response(UNCHANGED, [*self.unchanged, control])
            return []
        start_response(OK, [*self.headers, control])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


def entry(
    asked: Asked, answer: Answer, version: Version, changes_at: float, kept_until: float
) -> Entry:
    """Make an answer ready for many: packed, named by its content, its headers complete."""
    body, encoding = packed(answer.body, asked.encoding)
    etag = quote_etag(sha256(body).hexdigest())
    said = {name.lower(): value for name, value in answer.headers}
    common = [*without(answer.headers, MADE_ANEW), ("ETag", etag)]
    common.append(("Vary", vary(answer.headers)))
    headers = [*common, ("Content-Length", str(len(body)))]
    if encoding:
        headers.append(("Content-Encoding", encoding))
    size = len(body) + len(str(asked.key)) + sum(len(n) + len(v) for n, v in headers) + OVERHEAD
    unchanged = without(common, OF_THE_BODY)
    fresh = conf.shared_seconds()
    return Entry(
        version,
        changes_at,
        kept_until,
        fresh,
        fresh + conf.stale_seconds(),
        said.get("cache-control"),
        headers,
        unchanged,
        body,
        etag,
        size,
    )


def without(headers: Headers, names: set[str]) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in names]


def vary(headers: Headers) -> str:
    said = [value for name, value in headers if name.lower() == "vary"]
    return ", ".join([*said, "Accept-Encoding"])


@lru_cache(maxsize=1024)
def cache_control(left: int, shared: int) -> str:
    """Say how long an answer may be kept that changes in so many seconds, and be shown stale."""
    fresh = max(0, min(shared, left))
    stale = max(0, left - fresh)
    return (
        f"public, max-age=0, s-maxage={fresh}, "
        f"stale-while-revalidate={stale}, stale-if-error={stale}"
    )


@lru_cache(maxsize=1024)
def is_known(etag: str, wanted: str) -> bool:
    """Say whether a client has an answer already; as for all reading, by weak comparison."""
    given = [one.removeprefix("W/") for one in parse_etags(wanted)]
    return etag in given or given == ["*"]
