"""The site as it is served, which also says which process answers, and gives constant bytes.

Nothing of it changes what the site answers at its own addresses, or how long that takes.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.addresses import CONSTANT, PROCESS
from cms.wsgi import application as site


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    path: str = environ["PATH_INFO"]
    if path == PROCESS:
        body = str(os.getpid()).encode()
    elif path.startswith(CONSTANT):
        body = b"x" * int(path.rpartition("/")[2])
    else:
        return site(environ, start_response)
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
