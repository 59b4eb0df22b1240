"""What an operation knows of its request: the moment, the languages, the loader of references."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from threading import local
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from graphql_api import conf
from graphql_api.documents.loading import Chain, Loader
from graphql_api.documents.reading import Moment, connect
from graphql_api.errors import UnknownLocale


@dataclass
class Context:
    """One operation's context, as Strawberry's resolvers get it in `info.context`."""

    request: HttpRequest
    response: HttpResponse
    moment: Moment = field(init=False)
    loader: Loader = field(init=False)

    def __post_init__(self) -> None:
        now = timezone.now()
        hostname = self.request.get_host().partition(":")[0]
        self.moment = Moment(now, timezone.localdate(now), hostname)
        self.loader = Loader(self.moment)


def chain(locale: str | None, *, fallback: bool = True) -> Chain:
    """Give the languages in which a locale is answered, best first."""
    known = conf.languages()
    wanted = conf.source_language() if locale is None else locale
    if wanted not in known:
        raise UnknownLocale(f"There is no content in the language {wanted!r}.")
    if not fallback:
        return (wanted,)
    rest = conf.fallbacks().get(wanted, [])
    return tuple(dict.fromkeys([wanted, *rest, conf.source_language()]))


_loops = local()


def run(operation: Coroutine[Any, Any, Any]) -> Any:
    """Run an operation to its end on this thread's own event loop.

    References are awaited so that a level of them can be read at once; the statements
    themselves are not asynchronous, so no other task ever runs in between.
    """
    connect()
    if not hasattr(_loops, "loop"):
        _loops.loop = asyncio.new_event_loop()
    return _loops.loop.run_until_complete(operation)
