"""A service that translates as LibreTranslate and DeepL do, on this machine."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


class Engine:
    """What a service was asked, and what it answers: each text in brackets, unless told else."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[dict[str, Any]] = []
        self.words: Callable[[str], str] = lambda text: f"[{text}]"
        self.answer: Callable[[list[str]], tuple[int, Any]] = lambda texts: (
            200,
            {"translatedText": texts},
        )
        self.seconds = 0.0

    @property
    def options(self) -> dict[str, Any]:
        return {"LIBRETRANSLATE_URL": self.url, "API_KEY": "geheimer-schluessel", "TIMEOUT": 0.5}


def read(body: bytes, headers: Any) -> dict[str, Any]:
    """Give what is asked: LibreTranslate is sent JSON, DeepL a form."""
    if headers["Content-Type"] == "application/json":
        return dict(json.loads(body))
    form: dict[str, Any] = parse_qs(body.decode())
    return {"authorization": headers["Authorization"], "q": form.pop("text"), **form}


@contextmanager
def serving() -> Iterator[Engine]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = read(self.rfile.read(int(self.headers["Content-Length"])), self.headers)
            engine.asked.append({"path": self.path, **asked})
            time.sleep(engine.seconds)
            status, answer = engine.answer([engine.words(text) for text in asked["q"]])
            content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            if status in range(300, 400):
                self.send_header("Location", "/translate")
            self.end_headers()
            with suppress(BrokenPipeError):
                self.wfile.write(content)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    engine = Engine(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield engine
    finally:
        server.shutdown()
        server.server_close()
