"""Sends as many bytes as the address says."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any


def get_application() -> Callable[..., Iterable[bytes]]:
    return application


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    content = filled(environ["PATH_INFO"])
    start_response(
        "200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(content)))]
    )
    return [content]


@cache
def filled(path: str) -> bytes:
    return b"x" * int(path.strip("/"))
