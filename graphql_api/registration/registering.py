"""Operations are registered for a frontend, all or none, and go when nobody asks them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation, digest_of
from graphql_api.registration.checking import checked
from graphql_api.registration.faults import Faulty
from graphql_api.registration.manifest import Entry

LOGGED = "graphql_api.operations"
MOST = 1_000  # operations of one frontend


@dataclass(frozen=True, slots=True)
class Change:
    """What registering does. known: how many of a manifest there are already."""

    frontend: Frontend
    added: list[Operation]
    known: int
    removed: list[Operation]

    @transaction.atomic
    def make(self, user: Any = None) -> None:
        """Do it all. user: who did it, if an account did."""
        Operation.objects.bulk_create(self.added, ignore_conflicts=True)
        Operation.objects.filter(pk__in=[one.pk for one in self.removed]).delete()
        if self.added or self.removed:
            counts = {"added": len(self.added), "removed": len(self.removed)}
            log(self.frontend, LOGGED, user=user, data=counts)


def change(frontend: Frontend, entries: Iterable[Entry], unused: timedelta | None = None) -> Change:
    """Say what registering these would do; raise Faulty if one of them cannot be answered.

    unused: what is not among them goes too, if it was neither added nor used for this long.
    """
    wanted = {digest_of(entry.document): entry for entry in entries}
    there = {one.digest: one for one in frontend.operations.defer("document")}
    added = [*new(frontend, wanted, there)]
    others = frontend.operations.defer("document").exclude(digest__in=wanted)
    removed = [] if unused is None else [*others.filter(is_unused(unused))]
    if len(there) + len(added) - len(removed) > MOST:
        raise Faulty([_("A frontend has at most %(most)d operations.") % {"most": MOST}])
    return Change(frontend, added, len(wanted) - len(added), removed)


def new(
    frontend: Frontend, wanted: dict[str, Entry], there: dict[str, Operation]
) -> Iterator[Operation]:
    """Yield what is not there yet; raise Faulty, with all faults there are in any of `wanted`."""
    faults = []
    for digest, entry in wanted.items():
        found = checked(entry.document)
        faults += [f"{entry.place}: {fault}" for fault in found.faults]
        if digest not in there:
            yield Operation(
                frontend=frontend, digest=digest, name=found.name, document=entry.document
            )
    if faults:
        raise Faulty(faults)


def is_unused(unused: timedelta) -> Q:
    before = timezone.now() - unused
    never = Q(last_used_on=None) | Q(last_used_on__lt=timezone.localdate(before))
    return never & Q(added_at__lt=before)


def faulty() -> Iterator[tuple[Operation, list[str]]]:
    """Yield the operations that cannot be answered any more, each with what is wrong."""
    registered = Operation.objects.select_related("frontend").order_by("frontend__name", "pk")
    for operation in registered.iterator(chunk_size=100):
        if found := checked(operation.document).faults:
            yield operation, found
