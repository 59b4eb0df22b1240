"""Serves a site, and tells of each answer how many statements it took.

The same for every contender, so that it costs every contender the same. BENCHMARK_SITE names what
makes the site; Django's for DJANGO_SETTINGS_MODULE, if it is not set.
"""

import gc
import os
from collections.abc import Callable, Iterable
from threading import local
from typing import Any

import psycopg
from django.utils.module_loading import import_string

SITE = os.environ.get("BENCHMARK_SITE", "django.core.wsgi.get_wsgi_application")

_thread = local()
_execute = psycopg.Cursor.execute
_site = import_string(SITE)()


def counted(cursor: psycopg.Cursor[Any], *args: Any, **kwargs: Any) -> Any:
    _thread.statements = getattr(_thread, "statements", 0) + 1
    return _execute(cursor, *args, **kwargs)


psycopg.Cursor.execute = counted  # type: ignore[method-assign]
# As cms/wsgi.py does.
gc.collect()
gc.freeze()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    _thread.statements = 0

    def start(status: str, headers: list[tuple[str, str]], *args: Any) -> Any:
        return start_response(
            status, [*headers, ("X-SQL-Statements", str(_thread.statements))], *args
        )

    return _site(environ, start)
