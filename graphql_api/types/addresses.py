"""Addresses of files, which a frontend on another host can use as they are."""

from typing import Any

from graphql_api.documents.rows import Row
from graphql_api.types.fields import Info, derived


def origin(info: Info) -> str:
    """Give scheme and host under which the API is asked, and so serves its files."""
    return info.context.origin


def absolute(url: str | None, origin: str) -> str | None:
    """Give the whole address of a file; one in a storage elsewhere is whole already."""
    return f"{origin}{url}" if url and url.startswith("/") and not url.startswith("//") else url


def file_url(description: str) -> Any:
    """A field that is the whole address of a file."""

    def resolve(root: Row, info: Info, name: str) -> str | None:
        return absolute(root.data.get(name), origin(info))

    return derived(resolve, description)
