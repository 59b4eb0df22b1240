"""The WSGI application around Django's, which answers what is at hand without it."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from time import monotonic, time
from typing import Any

from django.utils import timezone

from graphql_api import conf
from graphql_api.caching.answers import Answer, Entry, StartResponse, entry
from graphql_api.caching.flights import Flights
from graphql_api.caching.moments import NextChange
from graphql_api.caching.requests import Asked, Environ, asked, may_be_kept
from graphql_api.caching.store import Store
from graphql_api.caching.version import UNPROVEN, ContentVersion, Version
from graphql_api.documents.snapshot import observed

Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

# What no content version tells of, such as which origins may ask, is asked for so often.
LONGEST = 60  # seconds
NO_CACHE = "no-cache"
# An answer for many does not depend on what one of them has.
CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"}


class Reading:
    """Which version an answer is read from, and when it changes by itself."""

    def __init__(self, connection: int, next_change: NextChange) -> None:
        self.version = Version(connection, 0)
        self.changes_at = 0.0
        self.next_change = next_change
        self.now = timezone.now()

    def begin(self, seq: int) -> None:
        self.version = Version(self.version.connection, seq)
        self.changes_at = self.next_change.after(self.now, self.version).timestamp()


class CachedApplication:
    """Answers operations from memory, as long as Django would answer the same."""

    def __init__(self, application: Application, version: ContentVersion | None = None) -> None:
        self.application = application
        self.version = version or ContentVersion()
        self.next_change = NextChange()
        self.reset()
        os.register_at_fork(after_in_child=self.reset)

    def reset(self) -> None:
        self.store = Store()
        # A setting that is left out takes as long to read as a tenth of an answer.
        self.keeps = conf.cache_bytes() > 0
        self.flights = Flights()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        request = asked(environ) if self.keeps else None
        if request is None:
            return self.application(environ, start_response)
        version = self.version.current()
        answer: Entry | Answer | None = self.at_hand(request, version)
        if answer is None and self.version.is_down():
            answer = self.left_over(request)
        if answer is None:
            if not may_be_kept(environ):
                return self.application(environ, start_response)
            answer = self.answered(request, environ, version)
        return answer.send(environ, start_response, time())

    def at_hand(self, request: Asked, version: Version | None) -> Entry | None:
        """Give what is what Django would answer."""
        found = self.store.get(request.key)
        return found if found and found.version == version and found.holds(time()) else None

    def left_over(self, request: Asked) -> Entry | None:
        """Give what was right a moment ago, unless something was withdrawn since.

        Others are not to keep it.
        """
        seconds, now = conf.stale_seconds(), time()
        found = self.store.get(request.key) if seconds else None
        if (
            found is None
            or now >= min(found.changes_at, found.kept_until + seconds)
            or not self.version.may_be_shown(found.version, seconds)
        ):
            return None
        return replace(found, control=NO_CACHE)

    def answered(self, request: Asked, environ: Environ, version: Version | None) -> Entry | Answer:
        """Have Django answer; once for all who ask the same at the same time."""

        def compute() -> Entry | Answer:
            return self.computed(request, environ, version)

        if version is None:
            return compute()
        return self.flights.once(
            (request.key, version), lambda: self.at_hand(request, version), compute
        )

    def computed(self, request: Asked, environ: Environ, version: Version | None) -> Entry | Answer:
        """Have Django answer out of one state of the documents, and keep that under its version.

        Never under the version of this process: there may be a newer one by now.
        """
        began = monotonic()
        reading = Reading(version.connection if version else UNPROVEN, self.next_change)
        with observed(reading.begin) as observation:
            answer = self.asked_of_django(environ)
        if observation.has_failed and monotonic() - began < conf.max_seconds():
            # Outside of a transaction the rest is answered though one statement failed.
            with observed(None) as observation:
                answer = self.asked_of_django(environ)
        if observation.is_faulty or answer.is_faulty():
            return self.left_over(request) or answer
        if not observation.is_whole or not answer.is_for_everybody():
            return answer
        made = entry(request, answer, reading.version, reading.changes_at, time() + LONGEST)
        if version is not None:
            self.store.put(request.key, made)
        return made

    def asked_of_django(self, environ: Environ) -> Answer:
        """Have Django answer as it would answer anybody who asks the same."""
        plain = {name: value for name, value in environ.items() if name not in CONDITIONS}
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], *args: Any) -> None:
            started.append((status, headers))

        response = self.application({**plain, "REQUEST_METHOD": "GET"}, start_response)
        try:
            body = b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
        return Answer(*started[-1], body)
