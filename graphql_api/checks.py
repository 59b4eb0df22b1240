"""Which settings of a host the API could not follow."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error

from graphql_api import conf


def check_settings(**kwargs: Any) -> list[CheckMessage]:
    return [*check_fallbacks(), *check_page_sizes()]


def check_fallbacks() -> Iterable[CheckMessage]:
    fallbacks = conf.fallbacks()
    named = {*fallbacks, *(code for codes in fallbacks.values() for code in codes)}
    if unknown := sorted(named - set(conf.languages())):
        yield Error(
            f"GRAPHQL_API_FALLBACKS names languages without content: {', '.join(unknown)}.",
            hint="Name those of WAGTAIL_CONTENT_LANGUAGES.",
            id="graphql_api.E002",
        )


def check_page_sizes() -> Iterable[CheckMessage]:
    if not 1 <= conf.page_size() <= conf.max_page_size():
        yield Error(
            "GRAPHQL_API_PAGE_SIZE lies outside of 1 and GRAPHQL_API_MAX_PAGE_SIZE.",
            hint="Make it smaller, or the maximum larger.",
            id="graphql_api.E003",
        )
