"""Requests as the bytes that are sent, and answers as they are read: what a client costs least.

The client shares its machine with those it measures.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from socket import create_connection
from typing import Any
from urllib.parse import urlencode

HEADERS = {
    "Host": "localhost",
    "Accept": "application/json",
    "X-Forwarded-Proto": "https",  # production takes requests over TLS only
}
HEAD_ENDS = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
STATEMENTS = re.compile(rb"\r\nx-sql-statements: *(\d+)", re.IGNORECASE)
PIECE = 1 << 18


def get(path: str, **parameters: Any) -> bytes:
    query = f"?{urlencode(parameters)}" if parameters else ""
    return request(f"GET {path}{query}", HEADERS)


def post(path: str, value: Any) -> bytes:
    body = json.dumps(value).encode()
    length = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    return request(f"POST {path}", HEADERS | length) + body


def request(line: str, headers: dict[str, str]) -> bytes:
    lines = [f"{line} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


@dataclass(frozen=True, slots=True)
class Response:
    """What was answered, and how many SQL statements it took, as the server said."""

    content: bytes
    statements: int


class Connection:
    """A connection that is kept; what it receives is joined to whole answers."""

    def __init__(self, port: int) -> None:
        self.socket = create_connection(("127.0.0.1", port), timeout=60)
        self.received = b""

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def receive(self) -> Response | None:
        """Read what there is; give the answer once it is whole, raise RuntimeError for another."""
        piece = self.socket.recv(PIECE)
        if not piece:
            raise RuntimeError("The server has closed the connection.")
        self.received += piece
        head, ends, content = self.received.partition(HEAD_ENDS)
        if not ends:
            return None
        length = LENGTH.search(head)
        if head[9:12] != b"200" or length is None:
            raise RuntimeError(f"{head.decode()}: {content[:500].decode()}")
        if len(content) < int(length[1]):
            return None
        if b'"errors"' in content[:200]:
            raise RuntimeError(content[:500].decode())
        self.received = b""
        statements = STATEMENTS.search(head)
        return Response(content, int(statements[1]) if statements else 0)

    def ask(self, data: bytes) -> Response:
        self.send(data)
        while (response := self.receive()) is None:
            pass
        return response

    def close(self) -> None:
        self.socket.close()


def asked(connection: Connection, conversation: Any) -> Iterator[Response]:
    """Have a conversation, which yields requests and is sent what was answered, to its end."""
    request = next(conversation)
    while True:
        response = connection.ask(request)
        yield response
        try:
            request = conversation.send(response.content)
        except StopIteration:
            return
