"""`manage.py purge`: what a cache before the site failed to forget, or is to forget by hand."""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from graphql_api.documents.sites import normalised
from graphql_api.documents.tags import DOCUMENT, EVERYTHING, KIND, PATH, path_of, tag
from graphql_api.purging.invalid import last_seq
from graphql_api.purging.models import PurgeState
from graphql_api.purging.pending import note_failure, purge
from graphql_api.purging.products import Product, forget
from graphql_api.purging.sending import PurgeFailed
from graphql_api.purging.targets import targets


class Command(BaseCommand):
    help = "Has the caches before the site forget answers: GRAPHQL_API_PURGING names them."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("status", help="say how far each cache was purged; exit 1 if one fails")
        actions.add_parser("pending", help="purge what changed since; exit 1 if one fails")
        actions.add_parser("everything", help="purge all answers of the API")
        for name, what in {
            "tags": "tags, as answers bear them",
            "paths": "paths, as /de/",
            "documents": "translation keys",
            "kinds": "names of types, as Vision",
        }.items():
            parsed = actions.add_parser(name, help=f"purge answers by {what}")
            parsed.add_argument("values", nargs="+", metavar=name.upper())

    def handle(self, *args: Any, action: str, values: Iterable[str] = (), **options: Any) -> None:
        if action == "status":
            failing = [name for name in targets() if not self.is_well(name)]
        else:
            wanted = None if action == "pending" else sorted({*named(action, values)})
            failing = [
                name for name, product in targets().items() if not self.done(name, product, wanted)
            ]
        if failing:
            message = _("Not purged: %(names)s.") % {"names": ", ".join(failing)}
            raise CommandError(message, returncode=1)

    def is_well(self, name: str) -> bool:
        state = PurgeState.objects.filter(target=name).first() or PurgeState(target=name)
        purged_at = state.purged_at or _("never")
        said = {"name": name, "pending": last_seq() - state.seq, "purged_at": purged_at}
        self.stdout.write(_("%(name)s: %(pending)d behind, purged at: %(purged_at)s") % said)
        if state.failures:
            said = {"failures": state.failures, "error": state.error, "at": state.failed_at}
            self.stdout.write(_("  failed %(failures)d times: %(error)s (%(at)s)") % said)
        return not state.failures

    def done(self, name: str, product: Product, tags: list[str] | None) -> bool:
        """Purge a target: these tags, or what is pending."""
        try:
            if tags is None:
                purge(name, product)
            else:
                forget(product, tags)
        except PurgeFailed as error:
            if tags is None:
                note_failure(name, error)
            self.stderr.write(f"{name}: {error}")
            return False
        self.stdout.write(_("%(name)s: purged.") % {"name": name})
        return True


def named(action: str, values: Iterable[str]) -> Iterable[str]:
    """Give the tags of what somebody names."""
    if action == "everything":
        return [tag(EVERYTHING)]
    if action == "tags":
        return values
    if action == "paths":
        return [tag(PATH, path_of(normalised(path))) for path in values]
    return [tag(DOCUMENT if action == "documents" else KIND, value) for value in values]
