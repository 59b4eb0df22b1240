"""How bodies are packed: gzip as Python brings it, Zstandard and Brotli where they are installed.

Each is packed once, when an answer is kept. Against gzip, zstd 3 takes a fifth of the time for a
smaller body; brotli 4 takes as long, brotli 11 sixty times as long.
"""

import gzip
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

Pack = Callable[[bytes], bytes]

WORTH_PACKING = 1_000  # bytes: less than that travels in one packet anyway


def gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


def zstd(body: bytes) -> bytes:
    # Its compressors are not to be used by two threads.
    package: Any = import_module("zstandard")
    packed: bytes = package.ZstdCompressor(level=3).compress(body)
    return packed


def brotli(body: bytes) -> bytes:
    package: Any = import_module("brotli")
    packed: bytes = package.compress(body, quality=4)
    return packed


def installed() -> dict[str, Pack]:
    """Give what can be packed, the best first, by the names that HTTP has for it."""
    found: dict[str, Pack] = {}
    if find_spec("zstandard"):
        found["zstd"] = zstd
    if find_spec("brotli"):
        found["br"] = brotli
    return {**found, "gzip": gzipped}


PACKS = installed()


@lru_cache(maxsize=256)
def encoding_of(accepted: str) -> str | None:
    """Choose the encoding of a body: the best one that is taken, none if none is."""
    taken = {
        name
        for name, _semicolon, quality in (
            one.replace(" ", "").partition(";q=") for one in accepted.lower().split(",")
        )
        # Written as 0 it is refused: 0, 0.0, 0.00.
        if not quality or quality.strip("0.")
    }
    return next((name for name in PACKS if name in taken), None)


def packed(body: bytes, encoding: str | None) -> tuple[bytes, str | None]:
    """Give a body as it travels, and how it is packed, if it is."""
    if encoding is None or len(body) < WORTH_PACKING:
        return body, None
    return PACKS[encoding](body), encoding
