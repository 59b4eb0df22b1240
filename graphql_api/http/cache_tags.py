"""The header in which an answer names what it rests on, for the cache before the site."""

from django.http import HttpRequest

from graphql_api import conf
from graphql_api.context import PREVIEW_HEADER
from graphql_api.documents.tags import LENGTH, Dependencies


def are_asked(request: HttpRequest) -> bool:
    """Say whether a shared cache may keep the answer, and reads tags."""
    return (
        request.method in {"GET", "HEAD"}
        and not {"Authorization", PREVIEW_HEADER} & request.headers.keys()
        and conf.cache_tag_header() in conf.CACHE_TAG_SEPARATORS
    )


def header(dependencies: Dependencies) -> tuple[str, str]:
    """Give the header's name and its value: tags as fine as there is room for."""
    name = conf.cache_tag_header()
    most = (conf.cache_tag_bytes() + 1) // (LENGTH + 1)
    return name, conf.CACHE_TAG_SEPARATORS[name].join(dependencies.tags(most))
