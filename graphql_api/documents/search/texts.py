"""The words in a document's data: what a reader would read, without codes and addresses."""

import re
from collections.abc import Iterator
from typing import Any

# What a block or an inline row says in a code, not in words.
CODES = frozenset(
    {
        "@type",
        "attendance_mode",
        "format",
        "id",
        "kind",
        "language",
        "languages",
        "latitude",
        "level",
        "longitude",
        "marks",
        "outcome",
        "tone",
        "type",
    }
)
# Addresses, keys of other documents, moments.
NO_WORDS = re.compile(
    r"\s*(?:(?:[a-z][a-z0-9+.-]*:|/)\S*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|\d{4}-\d\d-\d\dT\S*)\s*",
    re.IGNORECASE,
)
# Where the text of a tree goes on without a space.
INLINE = frozenset({"text", "link"})


def text(value: Any) -> str:
    """Give a field's words as plain text."""
    return " ".join("".join(pieces(value)).split())


def pieces(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not NO_WORDS.fullmatch(value):
            yield f"{value} "
    elif isinstance(value, list):
        for item in value:
            yield from pieces(item)
    elif isinstance(value, dict):
        if value.get("type") == "text" and "marks" in value:
            yield str(value.get("text") or "")
        else:
            yield from (one for name in value if name not in CODES for one in pieces(value[name]))
            if value.get("type") not in INLINE:
                yield " "
