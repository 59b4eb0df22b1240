"""Purges in the background, once a change is committed; what fails is tried again, not for ever."""

import logging
from datetime import timedelta
from functools import partial
from time import sleep
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from graphql_api import conf
from graphql_api.documents.refresh import refreshed
from graphql_api.purging.invalid import invalid
from graphql_api.purging.pending import Span, note_failure, purge, reserve_retry
from graphql_api.purging.products import Product, forget
from graphql_api.purging.sending import PurgeFailed
from graphql_api.purging.targets import targets

# Seconds between the attempts of one task, and between tasks where the backend can put them off.
PAUSES = (0.5, 1.0)
LATER = (10, 60, 300, 1_800, 7_200)
# A process may give the old answer for a second more, and a cache may be about to keep it.
AGAIN = 3

logger = logging.getLogger(__name__)


def start() -> None:
    """Purge after changes from now on."""
    refreshed.connect(enqueue, dispatch_uid="graphql_api.purging")


def enqueue(**kwargs: Any) -> None:
    """Purge all targets, once the transaction is over."""
    for name in conf.purging():
        transaction.on_commit(partial(purge_target.enqueue, name), robust=True)


@task()
def purge_target(name: str, tried: int = 0) -> None:
    """Purge what is pending of a target; tried: how often that failed, some time apart."""
    product = targets().get(name)
    if product is None:
        return
    try:
        done = attempted(name, product)
    except PurgeFailed as error:
        failed(name, error, tried)
        raise
    if purge_again.get_backend().supports_defer:
        when = timezone.now() + timedelta(seconds=AGAIN)
        for after, last in done:
            purge_again.using(run_after=when).enqueue(name, after, last)


@task()
def purge_again(name: str, after: int, last: int) -> None:
    """Purge once more what a cache may have been given just before it was purged."""
    product = targets().get(name)
    if product is not None:
        forget(product, invalid(after, last))


def attempted(name: str, product: Product) -> list[Span]:
    """Purge what is pending; what may be right in a moment is tried again."""
    for pause in PAUSES:
        try:
            return purge(name, product)
        except PurgeFailed as error:
            if not error.is_transient:
                raise
            sleep(pause)
    return purge(name, product)


def failed(name: str, error: PurgeFailed, tried: int) -> None:
    """Note a failure, and have it tried again later, or say that it will not be."""
    note_failure(name, error)
    may_wait = error.is_transient and purge_target.get_backend().supports_defer
    if may_wait and tried < len(LATER):
        when = timezone.now() + timedelta(seconds=LATER[tried])
        if reserve_retry(name, when):
            purge_target.using(run_after=when).enqueue(name, tried + 1)
        return
    logger.error("Purging %s failed: %s. The next change tries again.", name, error)
