"""`manage.py publish_scheduled`, where one faulty page doesn't stop the others.

Wagtail's command does it all in one go, so a page that can't be published, or withdrawn, stops
all that come after it, at this run and at each later one.
"""

import logging
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand
from wagtail.models import DraftStateMixin, Page, Revision

from graphql_api.previews.clearing import clear

logger = logging.getLogger(__name__)


class Command(WagtailCommand):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        # What is due is asked after the expired are withdrawn: that clears their schedules.
        changes = chain(expiring(), due())
        clear(timezone.now())
        failed = [name for name, change in changes if not self.done(name, change)]
        if failed:
            message = _("%(count)d could not be published or withdrawn: %(names)s")
            raise CommandError(
                message % {"count": len(failed), "names": ", ".join(failed)}, returncode=1
            )

    def done(self, name: str, change: Callable[[], object]) -> bool:
        """Make one change whole; log why it failed, and go on."""
        try:
            with transaction.atomic():
                change()
        except Exception:
            logger.exception("Could not publish or withdraw %s", name)
            self.stderr.write(_("“%(name)s” could not be published.") % {"name": name})
            return False
        return True


def models() -> list[Any]:
    snippets = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    return [Page, *(model for model in snippets if not issubclass(model, Page))]


def expiring() -> Iterator[tuple[str, Callable[[], object]]]:
    for model in models():
        rows = model.objects.filter(live=True, expire_at__lt=timezone.now())
        for row in list(rows.order_by("expire_at")):
            yield str(row), unpublishing(row)


def unpublishing(row: Any) -> Callable[[], object]:
    return lambda: row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def due() -> Iterator[tuple[str, Callable[[], object]]]:
    revisions = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    for revision in list(revisions.order_by("approved_go_live_at")):
        yield revision.object_str, publishing(revision)


def publishing(revision: Revision) -> Callable[[], object]:
    return lambda: revision.publish(log_action="wagtail.publish.scheduled")
