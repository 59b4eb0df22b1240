"""Asks a site over many connections as fast as it answers, and notes which number each answer says.

A process of its own, so that it waits for nobody: `python -m benchmarks.flood_client` reads a line
of JSON with what to do, asks until its input ends, and writes what it saw as JSON.
"""

import json
import os
import re
import socket
import sys
from dataclasses import asdict, dataclass, field
from itertools import cycle
from selectors import EVENT_READ, DefaultSelector
from time import monotonic

from benchmarks.addresses import PROCESS

NICE = 10  # it asks as fast as it can, but takes from nobody who answers or publishes
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
NUMBER = re.compile(rb"Stand (\d+)\.")  # what a title says


@dataclass
class Seen:
    """Of one process and one number: when it was first there, and last given.

    first: when the first answer was there. last: when the last one was asked for. In seconds of
    CLOCK_MONOTONIC, which all processes share.
    """

    first: float
    last: float
    answers: int = 0


@dataclass
class Report:
    """What all connections saw. seen: process, number, what of it. errors: how often each came."""

    seen: dict[int, dict[int, Seen]] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)

    def note(self, process: int, answer: bytes, asked_at: float, now: float) -> None:
        said = {int(number) for number in NUMBER.findall(answer)}
        if not answer.startswith(b"HTTP/1.1 200 ") or len(said) != 1:
            self.failed(repr(answer[:200]))
            return
        [number] = said
        seen = self.seen.setdefault(process, {}).setdefault(number, Seen(now, asked_at))
        seen.last = max(seen.last, asked_at)
        seen.answers += 1
        self.times.append(now - asked_at)

    def failed(self, error: str) -> None:
        self.errors[error] = self.errors.get(error, 0) + 1


class Connection:
    """One of many: asks the next question as soon as it has an answer."""

    def __init__(self, port: int, requests: list[bytes], report: Report) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(f"GET {PROCESS} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self.process = int(self.socket.recv(1 << 16).rpartition(b"\r\n\r\n")[2])
        self.requests = cycle(requests)
        self.report = report

    def ask(self) -> None:
        self.received = b""
        self.asked_at = monotonic()
        self.socket.sendall(next(self.requests))

    def hear(self) -> bool:
        """Take what has come; say whether it is a whole answer."""
        came = self.socket.recv(1 << 16)
        if not came:
            raise ConnectionResetError("The server ended the connection.")
        self.received += came
        head, end, body = self.received.partition(b"\r\n\r\n")
        length = LENGTH.search(head) if end else None
        if length is None or len(body) < int(length[1]):
            return False
        self.report.note(self.process, self.received, self.asked_at, monotonic())
        return True


def flood(port: int, connections: int, requests: list[bytes]) -> Report:
    """Ask until there is something to read; each connection begins with another question."""
    report, selector = Report(), DefaultSelector()
    selector.register(sys.stdin, EVENT_READ)
    for number in range(connections):
        begin = number % len(requests)
        connection = Connection(port, requests[begin:] + requests[:begin], report)
        selector.register(connection.socket, EVENT_READ, connection)
        connection.ask()
    while True:
        for key, _event in selector.select():
            if key.data is None:
                return report
            try:
                if key.data.hear():
                    key.data.ask()
            except OSError as error:
                report.failed(str(error))
                selector.unregister(key.fileobj)


def main() -> None:
    os.nice(NICE)
    given = json.loads(sys.stdin.readline())
    requests = [request.encode() for request in given.pop("requests")]
    json.dump(asdict(flood(requests=requests, **given)), sys.stdout)


if __name__ == "__main__":
    main()
