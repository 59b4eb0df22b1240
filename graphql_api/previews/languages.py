"""The language that a draft is in."""

from typing import Any

from graphql_api import conf


def language_of(instance: Any) -> str:
    """Give the language of a page or a thing; what has none is read in the source language."""
    if getattr(instance, "locale_id", None):
        return str(instance.locale.language_code)
    return conf.source_language()
