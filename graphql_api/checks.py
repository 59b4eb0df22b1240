"""Which settings of a host would break what the API promises."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.immediate import ImmediateBackend
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from graphql_api import conf

DIRECT = "graphql_api.http.direct.DirectAnswers"
NEEDED = ("corsheaders.middleware.CorsMiddleware", "django.middleware.security.SecurityMiddleware")
REFUSAL = "graphql_api.documents.refusal.RefusedChange"
MESSAGES = "django.contrib.messages.middleware.MessageMiddleware"

# Settings that a text would turn on, whatever it says: their defaults, and what they mean.
SWITCHES = {
    "GRAPHQL_API_TRUSTED_ONLY": (False, "True answers registered operations alone, False any."),
    "GRAPHQL_API_COMPILED_OPERATIONS": (True, "True compiles operations, False does not."),
}


def check_settings(**kwargs: Any) -> list[CheckMessage]:
    return [*languages(), *page_sizes(), *limits(), *caching(), *cache_tags(), *wiring(), *tools()]


def languages() -> Iterator[CheckMessage]:
    if conf.source_language() not in conf.languages():
        yield Error(
            f"There is no content in the language of LANGUAGE_CODE, {conf.source_language()!r}.",
            hint="Name one of WAGTAIL_CONTENT_LANGUAGES: pages are written in it first.",
            id="graphql_api.E004",
        )
    fallbacks = conf.fallbacks()
    for language, others in fallbacks.items():
        if problem := problem_of(language, others):
            yield Error(
                f"GRAPHQL_API_FALLBACKS[{language!r}] {problem}",
                hint='Give each language a list of others, best first: {"uk": ["en"]}.',
                id="graphql_api.E002",
            )


def problem_of(language: str, others: Any) -> str | None:
    """Say what is wrong with the languages that stand in for one."""
    known = conf.languages()
    if not isinstance(others, list | tuple):
        return "is no list."
    unknown = [code for code in (language, *others) if code not in known]
    if unknown:
        return f"names {unknown[0]!r}, which WAGTAIL_CONTENT_LANGUAGES does not."
    if language in others:
        return "names the language itself."
    if len(set(others)) < len(others):
        return "names a language twice."
    return None


def page_sizes() -> Iterable[CheckMessage]:
    if not 0 < conf.page_size() <= conf.max_page_size():
        yield Error(
            f"Lists cannot give {conf.page_size()} nodes by default and"
            f" {conf.max_page_size()} at most.",
            hint="Choose 0 < GRAPHQL_API_PAGE_SIZE <= GRAPHQL_API_MAX_PAGE_SIZE.",
            id="graphql_api.E003",
        )


def limits() -> Iterator[CheckMessage]:
    given = {
        **{f"MAX_{name.upper()}": value for name, value in asdict(conf.limits()).items()},
        "MAX_BODY_SIZE": conf.max_body_size(),
        "MAX_SECONDS": conf.max_seconds(),
        "MAX_SHARED_DAYS": getattr(settings, "GRAPHQL_API_MAX_SHARED_DAYS", 30),
    }
    for name, value in given.items():
        if not isinstance(value, int | float) or value <= 0:
            yield Error(
                f"GRAPHQL_API_{name} is {value!r}, which is no number above 0.",
                hint="Leave it out for the default, or choose a large number for no limit.",
                id="graphql_api.E008",
            )


def caching() -> Iterator[CheckMessage]:
    given: dict[str, Any] = {
        "CACHE_BYTES": conf.cache_bytes(),
        "CONNECTIONS": conf.connections(),
        "SHARED_SECONDS": conf.shared_seconds(),
        "STALE_SECONDS": conf.stale_seconds(),
    }
    for name, value in given.items():
        if not isinstance(value, int) or value < 0:
            yield Error(
                f"GRAPHQL_API_{name} is {value!r}, which is no whole number from 0 on.",
                hint="Leave it out for the default; 0 keeps nothing.",
                id="graphql_api.E020",
            )
    try:
        conninfo_to_dict(conf.listen_url())
    except ProgrammingError:
        yield Error(
            "GRAPHQL_API_LISTEN_URL is no address of a PostgreSQL database.",
            hint="Give one as libpq reads it: postgresql://user:password@host:port/database.",
            id="graphql_api.E021",
        )


def cache_tags() -> Iterator[CheckMessage]:
    name = conf.cache_tag_header()
    if name not in {"", *conf.CACHE_TAG_SEPARATORS}:
        yield Error(
            f"GRAPHQL_API_CACHE_TAG_HEADER is {name!r}, where no cache reads its tags.",
            hint=f"Choose one of {', '.join(conf.CACHE_TAG_SEPARATORS)}, or leave it out for none.",
            id="graphql_api.E030",
        )
    least, most = conf.CACHE_TAG_ROOM
    length: Any = conf.cache_tag_bytes()
    if not isinstance(length, int) or not least <= length <= most:
        yield Error(
            f"GRAPHQL_API_CACHE_TAG_BYTES is {length!r}, which is no header's length.",
            hint=f"Choose a number from {least} to {most}; few proxies take more than 4,000.",
            id="graphql_api.E031",
        )


def wiring() -> Iterator[CheckMessage]:
    middleware = list(settings.MIDDLEWARE)
    after = middleware[middleware.index(DIRECT) :] if DIRECT in middleware else []
    for name in NEEDED:
        if name in after:
            yield Error(
                f"Operations would be answered without {name}.",
                hint=f"Put {DIRECT} after it in MIDDLEWARE.",
                id="graphql_api.E011",
            )
    if REFUSAL not in middleware:
        yield Error(
            "An editor whose change cannot become public would see a bare error.",
            hint=f"Add {REFUSAL} to MIDDLEWARE.",
            id="graphql_api.E005",
        )
    elif MESSAGES in middleware[middleware.index(REFUSAL) :]:
        yield Error(
            "The message about a change that cannot become public would be lost.",
            hint=f"Put {REFUSAL} after {MESSAGES} in MIDDLEWARE.",
            id="graphql_api.E006",
        )
    installed = [config.name for config in apps.get_app_configs()]
    if installed.index("wagtail") < installed.index("graphql_api"):
        yield Error(
            "Wagtail's publish_scheduled would publish without the API's knowledge.",
            hint="Put graphql_api before wagtail in INSTALLED_APPS.",
            id="graphql_api.E007",
        )


def tools() -> Iterator[CheckMessage]:
    if conf.graphiql() and not conf.introspection():
        yield Warning(
            "GraphiQL cannot show the schema, nor complete what is typed.",
            hint="Set GRAPHQL_API_INTROSPECTION = True too, or GRAPHQL_API_GRAPHIQL = False.",
            id="graphql_api.W001",
        )
    for name, (default, hint) in SWITCHES.items():
        value = getattr(settings, name, default)
        if not isinstance(value, bool):
            yield Error(
                f"{name} is {value!r}, which is neither True nor False.",
                hint=hint,
                id="graphql_api.E012",
            )


def check_deployment(**kwargs: Any) -> Iterator[CheckMessage]:
    """Warn of what is right for development only."""
    if type(task_backends[DEFAULT_TASK_BACKEND_ALIAS]) is ImmediateBackend:
        yield Warning(
            "Whoever uploads an image waits until all its sizes are made.",
            hint="Set TASKS to a backend that works in the background.",
            id="graphql_api.W002",
        )
