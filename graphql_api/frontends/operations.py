"""Trusted operations: what a frontend's build registered, found by its hash."""

import re
from datetime import date
from hashlib import sha256
from time import monotonic
from typing import Any

from django.db import connection, models
from django.db.models.signals import post_delete
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from graphql_api.frontends.models import Frontend
from graphql_api.lru import LRU

DIGEST = re.compile("[0-9a-f]{64}")
LONGEST_NAME = 200
SECONDS = 60  # after which every process knows that one was removed
CHARACTERS = 2_000_000  # of documents that a process keeps at hand

# It says on which day it was asked last, and what it is: one statement for both.
FIND = """
    WITH used AS (
        UPDATE graphql_api_operation SET last_used_on = %(today)s
        WHERE digest = %(digest)s AND last_used_on IS DISTINCT FROM %(today)s
    )
    SELECT document FROM graphql_api_operation WHERE digest = %(digest)s LIMIT 1
"""


class Operation(models.Model):
    """An operation that a frontend asks. digest: the sha256 of its document, in hexadecimal.

    last_used_on: the day on which it was looked up last; what a cache answered is not counted.
    """

    frontend = models.ForeignKey(Frontend, on_delete=models.CASCADE, related_name="operations")
    digest = models.CharField(max_length=64)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    document = models.TextField()
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    last_used_on = models.DateField(_("last used"), null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("operation")
        verbose_name_plural = _("operations")
        ordering = ["name", "digest"]
        constraints = [
            models.UniqueConstraint(fields=["digest", "frontend"], name="unique_operation")
        ]

    def __str__(self) -> str:
        return self.name or self.digest[:12]


def digest_of(document: str) -> str:
    return sha256(document.encode()).hexdigest()


# A document, and until when it is taken for registered.
Known = tuple[str, float]

_known: LRU[str, Known] = LRU(lambda known: len(known[0]), lambda: CHARACTERS)


def registered(digest: str) -> str | None:
    """Give the document that has a hash, if any frontend registered it.

    Its hash names it for ever, so what is known can only be too much: what was removed.
    """
    known = _known.get(digest)
    if known is not None and known[1] > monotonic():
        return known[0]
    document = found(digest, timezone.localdate()) if DIGEST.fullmatch(digest) else None
    if document is not None:
        _known.put(digest, (document, monotonic() + SECONDS))
    return document


def found(digest: str, today: date) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(FIND, {"digest": digest, "today": today})
        row = cursor.fetchone()
    return row[0] if row else None


def forget(sender: Any, **kwargs: Any) -> None:
    _known.clear()


def start() -> None:
    """Have this process know at once of what it removes."""
    post_delete.connect(forget, sender=Operation, dispatch_uid="graphql_api.operations")
