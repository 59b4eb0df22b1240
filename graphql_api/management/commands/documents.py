"""`manage.py documents`: write all anew, verify, forget the past, make what images lack."""

from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from graphql_api.documents.history import prune
from graphql_api.documents.models import Document
from graphql_api.documents.refresh import rebuild
from graphql_api.documents.rendition_tasks import BrokenImage, all_images, prepare
from graphql_api.documents.search.entries import forget_unused_words
from graphql_api.documents.verification import differences, overdue, unprepared


class Command(BaseCommand):
    help = "Rebuilds or verifies the documents that the API reads, and what belongs to them."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("rebuild", help="write all documents anew")
        actions.add_parser("verify", help="print each difference from a rebuild; exit 1 if any")
        actions.add_parser(
            "renditions", help="make what images lack, remove what they must not have"
        )
        pruning = actions.add_parser("prune", help="forget what documents said in the past")
        pruning.add_argument(
            "--before", required=True, type=date.fromisoformat, help="until this day, as 2025-12-31"
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "rebuild":
            self.rebuild()
        elif action == "verify":
            self.verify()
        elif action == "renditions":
            self.renditions()
        else:
            self.prune(options["before"])

    def rebuild(self) -> None:
        done = 0
        for done in rebuild():
            self.stdout.write(_("%(done)d rows read") % {"done": done}, ending="\r")
            self.stdout.flush()
        forget_unused_words()
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
        for title in unprepared():
            self.stderr.write(
                _("“%(title)s” has no renditions: run documents renditions.") % {"title": title}
            )
        if found:
            raise CommandError(_("%(count)d differences.") % {"count": found}, returncode=1)
        self.stdout.write(_("All documents are as they should be."))

    def renditions(self) -> None:
        """Make what is missing; an image that is broken does not stop the others."""
        made, broken = 0, 0
        images = all_images()
        for done, pk in enumerate(images, 1):
            try:
                made += prepare(pk, again=True)
            except BrokenImage as error:
                broken += 1
                self.stderr.write(str(error))
            self.progress(done, len(images))
        self.stdout.write(
            _("%(made)d made anew, %(broken)d broken.") % {"made": made, "broken": broken}
        )
        if broken:
            raise CommandError(_("%(count)d images are broken.") % {"count": broken}, returncode=1)

    def progress(self, done: int, total: int) -> None:
        self.stdout.write(
            _("%(done)d of %(total)d images") % {"done": done, "total": total},
            ending="\n" if done == total else "\r",
        )
        self.stdout.flush()
