"""Wagtail without us, in the same process: what we have hung on it is taken off for a while.

The pages stay what they are, with their models' own rules; what is taken off is all that runs
because something is published.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from weakref import ReferenceType

from django.db import connection
from django.db.models import signals
from django.dispatch import Signal
from wagtail import signals as of_wagtail

from graphql_api.documents.atomicity import SILENT, WRAPPED, located

SIGNALS = [
    signal
    for module in (signals, of_wagtail)
    for signal in vars(module).values()
    if isinstance(signal, Signal)
]


@contextmanager
def without_documents() -> Iterator[None]:
    """Take off the documents: receivers, wrappers around Wagtail's actions, triggers on pages."""
    with ExitStack() as stack:
        for signal in SIGNALS:
            stack.enter_context(unheard(signal, "graphql_api"))
        for name in (*WRAPPED, *SILENT):
            stack.enter_context(unwrapped(name))
        stack.enter_context(untriggered("wagtailcore_page"))
        yield


@contextmanager
def plain() -> Iterator[None]:
    """Take off the documents, and what our page types do beside: findings, releases, sources."""
    with ExitStack() as stack:
        stack.enter_context(without_documents())
        for signal in SIGNALS:
            stack.enter_context(unheard(signal, "vision_pages"))
        yield


@contextmanager
def unheard(signal: Signal, package: str) -> Iterator[None]:
    """Have a signal reach no receiver of a package."""
    before = signal.receivers
    signal.receivers = [one for one in before if not owner(one[1]).startswith(f"{package}.")]
    signal.sender_receivers_cache.clear()
    try:
        yield
    finally:
        signal.receivers = before
        signal.sender_receivers_cache.clear()


def owner(receiver: Any) -> str:
    """Name the module a receiver comes from."""
    function = receiver() if isinstance(receiver, ReferenceType) else receiver
    return str(getattr(function, "__module__", ""))


@contextmanager
def unwrapped(name: str) -> Iterator[None]:
    path, attribute = name.rsplit(".", 1)
    place: Any = located(path)
    wrapper: Callable[..., Any] = getattr(place, attribute)
    setattr(place, attribute, wrapper.__wrapped__)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        setattr(place, attribute, wrapper)


@contextmanager
def untriggered(table: str) -> Iterator[None]:
    """Have no trigger of a table run, but those that hold its foreign keys."""
    switch(table, "DISABLE")
    try:
        yield
    finally:
        switch(table, "ENABLE")


def switch(table: str, how: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} {how} TRIGGER USER")
