"""Purges what is pending: the versions behind that up to which a target was purged."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from graphql_api.purging.invalid import invalid, last_seq
from graphql_api.purging.models import PurgeState
from graphql_api.purging.products import Product, forget
from graphql_api.purging.sending import PurgeFailed

Span = tuple[int, int]  # behind a version, up to another


def purge(name: str, product: Product) -> list[Span]:
    """Purge what is pending, give which versions' that was; raise PurgeFailed.

    Whoever finds another one at it leaves the rest to them: they look again when they are done.
    """
    PurgeState.objects.get_or_create(target=name)
    done: list[Span] = []
    while (span := purge_once(name, product)) is not None:
        done.append(span)
    return done


def purge_once(name: str, product: Product) -> Span | None:
    with transaction.atomic():
        rows = PurgeState.objects.select_for_update(skip_locked=True)
        state = rows.filter(target=name).first()
        last = last_seq()
        if state is None or state.seq == last:
            return None
        forget(product, invalid(state.seq, last))
        PurgeState.objects.filter(pk=state.pk).update(
            seq=last, purged_at=timezone.now(), failures=0, error="", failed_at=None, retry_at=None
        )
        return state.seq, last


def note_failure(name: str, error: PurgeFailed) -> None:
    PurgeState.objects.filter(target=name).update(
        failures=F("failures") + 1, error=str(error), failed_at=timezone.now()
    )


def reserve_retry(name: str, at: datetime) -> bool:
    """Note when it is tried again; False where somebody has done so, and it is yet to come."""
    rows = PurgeState.objects.filter(target=name).exclude(retry_at__gt=timezone.now())
    return bool(rows.update(retry_at=at))
