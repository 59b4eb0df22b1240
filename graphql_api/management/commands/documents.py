"""`manage.py documents`: write all anew, say where they differ, forget what they once said."""

from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from graphql_api.documents.history import prune
from graphql_api.documents.models import Document
from graphql_api.documents.refresh import rebuild
from graphql_api.documents.verification import differences, overdue


class Command(BaseCommand):
    help = "Rebuilds or verifies the documents that the API reads, or prunes their past."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("rebuild", help="write all documents anew")
        actions.add_parser("verify", help="print each difference from a rebuild; exit 1 if any")
        pruning = actions.add_parser("prune", help="forget what documents said in the past")
        pruning.add_argument(
            "--before", required=True, type=date.fromisoformat, help="until this day, as 2025-12-31"
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "rebuild":
            self.rebuild()
        elif action == "verify":
            self.verify()
        else:
            self.prune(options["before"])

    def rebuild(self) -> None:
        done = 0
        for done in rebuild():
            self.stdout.write(_("%(done)d rows read") % {"done": done}, ending="\r")
            self.stdout.flush()
        self.stdout.write(
            _("%(done)d rows read, %(documents)d documents.")
            % {"done": done, "documents": Document.objects.count()}
        )

    def prune(self, before: date) -> None:
        moment = datetime.combine(before, time.min, timezone.get_default_timezone())
        message = _("%(count)d past versions forgotten.") % {"count": prune(moment)}
        self.stdout.write(message)

    def verify(self) -> None:
        """Print each difference as it is found, so that a long run says something."""
        found = 0
        for difference in differences():
            self.stdout.write(str(difference))
            found += 1
        for title in overdue(timezone.now()):
            self.stderr.write(
                _("“%(title)s” has expired and is still live: is publish_scheduled running?")
                % {"title": title}
            )
        if found:
            raise CommandError(_("%(count)d differences.") % {"count": found}, returncode=1)
        self.stdout.write(_("All documents are as they should be."))
