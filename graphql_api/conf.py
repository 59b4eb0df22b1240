"""The API's settings, read when they are used, with their safe defaults."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from wagtail.coreutils import get_content_languages

CENTURY = 36_500  # days
# The headers in which products read cache tags: Varnish, Fastly, Cloudflare.
CACHE_TAG_SEPARATORS = {"xkey": " ", "Surrogate-Key": " ", "Cache-Tag": ","}
CACHE_TAG_ROOM = 100, 16_000  # bytes


def source_language() -> str:
    """The language in which pages are written first: the site's own."""
    return str(settings.LANGUAGE_CODE)


def languages() -> dict[str, str]:
    """The languages of content, code to name, in the order of the settings."""
    return dict(get_content_languages())


def fallbacks() -> Mapping[str, list[str]]:
    """GRAPHQL_API_FALLBACKS: which languages are served where one is missing, in order."""
    return getattr(settings, "GRAPHQL_API_FALLBACKS", {})


def page_size() -> int:
    """GRAPHQL_API_PAGE_SIZE: how many nodes a list gives unless asked otherwise."""
    return int(getattr(settings, "GRAPHQL_API_PAGE_SIZE", 20))


def max_page_size() -> int:
    """GRAPHQL_API_MAX_PAGE_SIZE: how many nodes a list gives at most."""
    return int(getattr(settings, "GRAPHQL_API_MAX_PAGE_SIZE", 100))


def introspection() -> bool:
    """GRAPHQL_API_INTROSPECTION: whether anybody may ask for the schema; on in development."""
    return bool(getattr(settings, "GRAPHQL_API_INTROSPECTION", settings.DEBUG))


def graphiql() -> bool:
    """GRAPHQL_API_GRAPHIQL: whether a browser gets GraphiQL; on in development."""
    return bool(getattr(settings, "GRAPHQL_API_GRAPHIQL", settings.DEBUG))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one operation may ask; what asks more is refused.

    document_size: bytes. depth: of fields, and of the values of arguments and variables.
    aliases: of all fields together. cost: see graphql_api/limits/weights.py.
    """

    document_size: int
    tokens: int
    depth: int
    aliases: int
    directives: int
    root_fields: int
    cost: int


def limits() -> Limits:
    """What one operation may ask at most, each from its setting."""
    return Limits(
        document_size=getattr(settings, "GRAPHQL_API_MAX_DOCUMENT_SIZE", 30_000),
        tokens=getattr(settings, "GRAPHQL_API_MAX_TOKENS", 3_000),
        depth=getattr(settings, "GRAPHQL_API_MAX_DEPTH", 15),
        aliases=getattr(settings, "GRAPHQL_API_MAX_ALIASES", 30),
        directives=getattr(settings, "GRAPHQL_API_MAX_DIRECTIVES", 50),
        root_fields=getattr(settings, "GRAPHQL_API_MAX_ROOT_FIELDS", 20),
        cost=getattr(settings, "GRAPHQL_API_MAX_COST", 100_000),
    )


def max_body_size() -> int:
    """GRAPHQL_API_MAX_BODY_SIZE: how many bytes the body of a request has at most."""
    limit: int = getattr(settings, "GRAPHQL_API_MAX_BODY_SIZE", 128_000)
    return limit


def max_seconds() -> float:
    """GRAPHQL_API_MAX_SECONDS: how long one operation may take."""
    limit: float = getattr(settings, "GRAPHQL_API_MAX_SECONDS", 10)
    return limit


def cached_tokens() -> int:
    """GRAPHQL_API_CACHED_TOKENS: how many tokens of prepared operations are kept at hand."""
    return int(getattr(settings, "GRAPHQL_API_CACHED_TOKENS", 40_000))


def compiled_operations() -> bool:
    """GRAPHQL_API_COMPILED_OPERATIONS: whether operations are compiled when they are executed."""
    return bool(getattr(settings, "GRAPHQL_API_COMPILED_OPERATIONS", True))


def cache_bytes() -> int:
    """GRAPHQL_API_CACHE_BYTES: how much each process keeps of ready answers; 0 keeps none."""
    most: int = getattr(settings, "GRAPHQL_API_CACHE_BYTES", 32_000_000)
    return most


def listen_url() -> str:
    """GRAPHQL_API_LISTEN_URL: where the database itself is, if Django asks it through a pooler."""
    return getattr(settings, "GRAPHQL_API_LISTEN_URL", "")


def connections() -> int:
    """GRAPHQL_API_CONNECTIONS: how many the site's processes hold together; 0 where nobody says."""
    return getattr(settings, "GRAPHQL_API_CONNECTIONS", 0)


def shared_seconds() -> int:
    """GRAPHQL_API_SHARED_SECONDS: how long a shared cache may keep an answer without asking."""
    return getattr(settings, "GRAPHQL_API_SHARED_SECONDS", 60)


def stale_seconds() -> int:
    """GRAPHQL_API_STALE_SECONDS: how long an answer is shown after that, if need be."""
    return getattr(settings, "GRAPHQL_API_STALE_SECONDS", 30)


def cache_tag_header() -> str:
    """GRAPHQL_API_CACHE_TAG_HEADER: in which header answers name what they rest on; "": in none."""
    return getattr(settings, "GRAPHQL_API_CACHE_TAG_HEADER", "")


def cache_tag_bytes() -> int:
    """GRAPHQL_API_CACHE_TAG_BYTES: how long that header may be, its name left out."""
    return getattr(settings, "GRAPHQL_API_CACHE_TAG_BYTES", 3_000)


def purging() -> Mapping[str, dict[str, str]]:
    """GRAPHQL_API_PURGING: which caches before the site are told of changes, and how."""
    return getattr(settings, "GRAPHQL_API_PURGING", {})


def persisted_queries() -> bool:
    """GRAPHQL_API_PERSISTED_QUERIES: whether clients may store operations; on in development."""
    wanted = getattr(settings, "GRAPHQL_API_PERSISTED_QUERIES", settings.DEBUG)
    return bool(wanted) and not trusted_only()


def trusted_only() -> bool:
    """GRAPHQL_API_TRUSTED_ONLY: whether only operations that are registered are answered."""
    return bool(getattr(settings, "GRAPHQL_API_TRUSTED_ONLY", False))


def max_shared_days() -> int:
    """GRAPHQL_API_MAX_SHARED_DAYS: for how many days a shared preview holds at most."""
    return min(int(getattr(settings, "GRAPHQL_API_MAX_SHARED_DAYS", 30)), CENTURY)
