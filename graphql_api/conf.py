"""The API's settings, read when they are used, with their safe defaults."""

from collections.abc import Mapping

from django.conf import settings
from wagtail.coreutils import get_content_languages


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
