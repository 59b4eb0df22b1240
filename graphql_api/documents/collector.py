"""One transaction for a change and its documents; documents are written once, at its end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from graphql_api.documents.changes import Changes
from graphql_api.documents.refresh import flush

# Like Django's connections: each thread has its own.
_current = threading.local()


@contextmanager
def collecting() -> Iterator[Changes]:
    """Collect changes; the outermost block refreshes their documents before it commits."""
    outer = getattr(_current, "changes", None)
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        changes = _current.changes = Changes()
        try:
            yield changes
            if changes:
                flush(changes)
        finally:
            # Before the commit: what runs after it collects anew.
            _current.changes = None
