"""What an operation knows of its request: the moment, the languages, the loader of references."""

from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.dateparse import parse_date, parse_datetime

from graphql_api import conf
from graphql_api.compilation.plan import Plan
from graphql_api.documents.choosing import Chain
from graphql_api.documents.loading import Loader
from graphql_api.documents.reading import Moment
from graphql_api.errors import InvalidArgument, UnknownLocale
from graphql_api.frontends.models import Frontend
from graphql_api.previews.tokens import opened

SITE_HEADER = "X-Site"
AS_OF_HEADER = "X-As-Of"
PREVIEW_HEADER = "X-Preview-Token"
HTTP, HTTPS = 80, 443
DIGITS_OF_A_PORT = 5


@dataclass
class Context:
    """One operation's context, as Strawberry's resolvers get it in `info.context`.

    frontend: whose token the request has, if it has one. is_registered: a frontend's build
    registered the operation. as_of: the past moment that is asked about, if one is. draft: what
    is laid over the documents, if something is. is_edited: whoever asks edits it. asks_whole:
    which fields of the operation ask for the texts of what they give, as far as it is known.
    plan: what is compiled of the operation, unless it is executed as it stands. places: where
    in documents things stand, once somebody asked.
    """

    request: HttpRequest
    response: HttpResponse
    frontend: Frontend | None = None
    is_registered: bool = False
    as_of: datetime | None = field(init=False, default=None)
    draft: UUID | None = field(init=False, default=None)
    is_edited: bool = field(init=False, default=False)
    moment: Moment = field(init=False)
    loader: Loader = field(init=False)
    asks_whole: dict[Any, bool] = field(init=False, default_factory=dict)
    plan: Plan | None = field(init=False, default=None)
    places: dict[int, Any] = field(init=False, default_factory=dict)

    @cached_property
    def origin(self) -> str:
        """Scheme and host under which the API is asked."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    def begin(self) -> None:
        """Read from the request which site and moment it is about; raise InvalidArgument."""
        patch_vary_headers(self.response, [SITE_HEADER, AS_OF_HEADER, PREVIEW_HEADER])
        as_of = asked(self.request, AS_OF_HEADER, "asOf")
        self.as_of = None if as_of is None else past(as_of)
        now = self.open_draft(self.request.headers.get(PREVIEW_HEADER))
        self.moment = moment(self.request, self.as_of or now or timezone.now())
        self.loader = Loader(self.moment)

    def open_draft(self, token: str | None) -> datetime | None:
        """Read which draft is asked for, and as of when; nobody may keep what is said of it."""
        if token is None:
            return None
        self.response.headers["Cache-Control"] = "private, no-store"
        if self.as_of is not None:
            raise InvalidArgument("A preview is of what will be, not of what was.")
        draft = opened(token, timezone.now())
        self.draft, self.is_edited = draft.id, draft.is_edited
        return draft.moment


def moment(request: HttpRequest, now: datetime) -> Moment:
    """Say which site a request is about, at a moment."""
    named = asked(request, SITE_HEADER, "site")
    hostname, port = address(named or request.get_host())
    if named is None and port is None:
        port = HTTPS if request.is_secure() else HTTP
    return Moment(now, timezone.localdate(now), hostname, port, named=named is not None)


def address(host: str) -> tuple[str, int | None]:
    """Read the name and the port of a host; nothing has the name of what is none."""
    hostname, port = split_domain_port(host)
    return hostname, int(port) if port and len(port) <= DIGITS_OF_A_PORT else None


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


def chains() -> dict[str, Chain]:
    """Give the chain of each language; under "" that of what names none."""
    return {"": chain(None), **{code: chain(code) for code in conf.languages()}}
