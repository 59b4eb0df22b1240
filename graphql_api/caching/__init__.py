"""The cache before Django: each process has answers at hand, as long as they are right."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from django.core import wsgi


def get_wsgi_application() -> Callable[..., Iterable[bytes]]:
    """Give Django's application with the cache before it; the first use loads the site."""
    application = wsgi.get_wsgi_application()
    # What it reads of the API can be imported once the apps are loaded.
    cached: Any = import_module("graphql_api.caching.wsgi").CachedApplication
    return cached(application)
