"""What an operation knows of its request: the moment, the languages, the loader of references."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, time
from threading import current_thread, local
from typing import Any
from weakref import finalize

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.dateparse import parse_date, parse_datetime

from graphql_api import conf
from graphql_api.documents.loading import Chain, Loader
from graphql_api.documents.reading import Moment
from graphql_api.errors import InvalidArgument, UnknownLocale

SITE_HEADER = "X-Site"
AS_OF_HEADER = "X-As-Of"


@dataclass
class Context:
    """One operation's context, as Strawberry's resolvers get it in `info.context`.

    as_of: the past moment that is asked about, if one is.
    """

    request: HttpRequest
    response: HttpResponse
    as_of: datetime | None = field(init=False, default=None)
    moment: Moment = field(init=False)
    loader: Loader = field(init=False)

    def begin(self) -> None:
        """Read from the request which site and moment it is about; raise InvalidArgument."""
        patch_vary_headers(self.response, [SITE_HEADER, AS_OF_HEADER])
        as_of = asked(self.request, AS_OF_HEADER, "asOf")
        site = asked(self.request, SITE_HEADER, "site")
        self.as_of = None if as_of is None else past(as_of)
        now = self.as_of or timezone.now()
        hostname = site or self.request.get_host().partition(":")[0]
        self.moment = Moment(now, timezone.localdate(now), hostname, named=site is not None)
        self.loader = Loader(self.moment)


def asked(request: HttpRequest, header: str, parameter: str) -> str | None:
    """Give what a request asks for in a header or, so that an address may say it, in the query."""
    return request.headers.get(header) or request.GET.get(parameter) or None


def past(text: str) -> datetime:
    """Read a moment, or a day, which stands for its end; raise InvalidArgument for the future."""
    try:
        day = parse_date(text)
        moment = parse_datetime(text)
    except ValueError:
        day = moment = None
    if day is not None:
        moment = datetime.combine(day, time.max, timezone.get_default_timezone())
    if moment is None or timezone.is_naive(moment):
        raise InvalidArgument("Give a day (2021-04-30) or a moment with its offset as `as of`.")
    if moment > timezone.now():
        raise InvalidArgument("What will have been public is not known: `as of` lies ahead.")
    return moment


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
    if not hasattr(_loops, "loop"):
        _loops.loop = asyncio.new_event_loop()
        finalize(current_thread(), _loops.loop.close)
    return _loops.loop.run_until_complete(operation)
