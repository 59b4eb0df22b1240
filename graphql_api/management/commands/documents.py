"""`manage.py documents`: write all anew, verify, forget the past, make what images lack."""

from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from graphql_api.documents.history import prune
from graphql_api.documents.identity import parsed
from graphql_api.documents.models import Document
from graphql_api.documents.refresh import every_model, how_many, rebuilt
from graphql_api.documents.rendition_tasks import BrokenImage, all_images, prepare
from graphql_api.documents.search.entries import forget_unused_words
from graphql_api.documents.verification import checked, overdue, unprepared
from graphql_api.management.progress import Progress


class Command(BaseCommand):
    help = "Rebuilds or verifies the documents that the API reads, and what belongs to them."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        rebuilding = actions.add_parser("rebuild", help="write all documents anew, and verify them")
        rebuilding.add_argument(
            "--after", default="", help="go on behind this row, as an interrupted rebuild says"
        )
        rebuilding.add_argument("--no-verify", action="store_true", help="only write them")
        actions.add_parser("verify", help="print each difference from a rebuild; exit 1 if any")
        actions.add_parser(
            "renditions", help="make what images lack, remove what they must not have"
        )
        pruning = actions.add_parser("prune", help="forget what documents said in the past")
        pruning.add_argument(
            "--before", required=True, type=date.fromisoformat, help="until this day, as 2025-12-31"
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        self.quiet = options["verbosity"] == 0
        if action == "rebuild":
            self.rebuild(options["after"])
            if not options["no_verify"]:
                self.verify()
        elif action == "verify":
            self.verify()
        elif action == "renditions":
            self.renditions()
        else:
            self.prune(options["before"])

    def progress(self, total: int) -> Progress:
        return Progress(self.stdout, total, quiet=self.quiet)

    def say(self, message: str) -> None:
        if not self.quiet:
            self.stdout.write(message)

    def rebuild(self, after: str) -> None:
        """Write all, or what stands behind a row; what was written stays if this is interrupted."""
        if after and parsed(after)[0] not in every_model():
            raise CommandError(_("There is no row %(name)s.") % {"name": after})
        progress, done = self.progress(how_many(after)), 0
        try:
            for written in rebuilt(after):
                done, after = done + len(written), written[-1]
                progress.say(done)
            forget_unused_words()
        except KeyboardInterrupt:
            message = _("Interrupted. To go on: documents rebuild --after %(name)s")
            raise CommandError(message % {"name": after}, returncode=130) from None
        self.say(
            _("%(done)d rows read, %(documents)d documents.")
            % {"done": done, "documents": Document.objects.count()}
        )

    def prune(self, before: date) -> None:
        moment = datetime.combine(before, time.min, timezone.get_default_timezone())
        self.say(_("%(count)d past versions forgotten.") % {"count": prune(moment)})

    def verify(self) -> None:
        """Print each difference as it is found, so that a long run says something."""
        progress, done, found = self.progress(how_many()), 0, 0
        for batch, differences in checked():
            for difference in differences:
                self.stdout.write(str(difference))
            found += len(differences)
            done += len(batch)
            progress.say(done)
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
        self.say(_("All documents are as they should be."))

    def renditions(self) -> None:
        """Make what is missing; an image that is broken does not stop the others."""
        made, broken = 0, 0
        images = all_images()
        progress = self.progress(len(images))
        for done, pk in enumerate(images, 1):
            try:
                made += prepare(pk, again=True)
            except BrokenImage as error:
                broken += 1
                self.stderr.write(str(error))
            progress.say(done)
        self.say(_("%(made)d made anew, %(broken)d broken.") % {"made": made, "broken": broken})
        if broken:
            raise CommandError(_("%(count)d images are broken.") % {"count": broken}, returncode=1)
