"""One request to a cache: bounded in time, to nowhere but the address that is configured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

TIMEOUT = 5  # seconds to connect, and for each answer of the network
MOST_READ = 4_096  # bytes of an answer
OK = range(200, 300)
# Too early, too many, or the other side's own fault.
TRANSIENT = {408, 425, 429, *range(500, 600)}


class PurgeFailed(Exception):
    """Says what went wrong, without what is secret. is_transient: it may be right later."""

    def __init__(self, said: str, *, is_transient: bool) -> None:
        super().__init__(said)
        self.is_transient = is_transient


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it is sent; its headers may hold what is secret."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = None


def send(call: Call) -> bytes:
    """Send a request and give the beginning of what is answered; raise PurgeFailed.

    `http.client` follows no redirects, and asks no proxy that only the environment names.
    """
    parts = urlsplit(call.url)
    host = parts.hostname or ""
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = connect(host, parts.port, timeout=TIMEOUT)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    try:
        connection.request(call.method, path, call.body, dict(call.headers))
        response = connection.getresponse()
        answer = response.read(MOST_READ)
    except (OSError, HTTPException) as error:
        raise PurgeFailed(f"{host}: {type(error).__name__}", is_transient=True) from None
    finally:
        connection.close()
    if response.status not in OK:
        said = f"{host} answered {response.status}"
        raise PurgeFailed(said, is_transient=response.status in TRANSIENT)
    return answer
