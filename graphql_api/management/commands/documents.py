"""`manage.py documents rebuild`: write all documents anew; `verify`: say where they differ."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from graphql_api.documents.models import Document
from graphql_api.documents.refresh import rebuild
from graphql_api.documents.verification import differences, overdue


class Command(BaseCommand):
    help = "Rebuilds the documents that the API reads, or verifies them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "verify"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "rebuild":
            self.rebuild()
        else:
            self.verify()

    def rebuild(self) -> None:
        done = 0
        for done in rebuild():
            self.stdout.write(_("%(done)d rows read") % {"done": done}, ending="\r")
            self.stdout.flush()
        self.stdout.write(
            _("%(done)d rows read, %(documents)d documents.")
            % {"done": done, "documents": Document.objects.count()}
        )

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
