"""`manage.py operations`: register those of a frontend's build, list them, check all."""

from argparse import ArgumentTypeError
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation
from graphql_api.registration.faults import Faulty
from graphql_api.registration.manifest import Entry, files, read
from graphql_api.registration.registering import change, faulty


def days(text: str) -> timedelta:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 10_000:
        raise ArgumentTypeError(_("%(text)s is no number of days.") % {"text": text})
    return timedelta(days=int(text))


class Command(BaseCommand):
    help = "Registers the operations that a frontend asks, so that they are trusted."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        registering = actions.add_parser("register", help="add what a build has written")
        registering.add_argument("frontend", help="its name in the settings")
        registering.add_argument(
            "files", nargs="+", type=Path, help="manifests, *.graphql, folders of them"
        )
        registering.add_argument(
            "--remove-unused",
            type=days,
            metavar="DAYS",
            help="remove what is not in the files, and was not used for so many days",
        )
        registering.add_argument("--dry-run", action="store_true", help="only say what would be")
        listing = actions.add_parser("list", help="say what is registered")
        listing.add_argument("frontend", help="its name in the settings")
        actions.add_parser("check", help="name what cannot be answered any more; exit 1 if any")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "check":
            self.check_all()
        elif action == "list":
            self.list(named(options["frontend"]))
        else:
            self.register(named(options["frontend"]), options)

    def register(self, frontend: Frontend, options: dict[str, Any]) -> None:
        try:
            found = change(frontend, entries(options["files"]), options["remove_unused"])
        except Faulty as error:
            raise CommandError(str(error), returncode=1) from error
        for mark, operations in (("+", found.added), ("-", found.removed)):
            for operation in operations:
                self.stdout.write(f"{mark} {operation.digest} {operation.name}")
        if not options["dry_run"]:
            found.make()
        counts = {"added": len(found.added), "known": found.known, "removed": len(found.removed)}
        message = _("%(added)d added, %(known)d known, %(removed)d removed.") % counts
        self.stdout.write(
            _("Dry run: %(message)s") % {"message": message} if options["dry_run"] else message
        )

    def list(self, frontend: Frontend) -> None:
        for operation in frontend.operations.defer("document"):
            used = operation.last_used_on or _("never")
            self.stdout.write(
                f"{operation.digest} {operation.added_at:%Y-%m-%d} {used} {operation.name}"
            )

    def check_all(self) -> None:
        found = 0
        for operation, faults in faulty():
            found += 1
            for fault in faults:
                self.stdout.write(f"{operation.frontend}: {operation}: {fault}")
        if found:
            message = _("%(count)d operations cannot be answered.") % {"count": found}
            raise CommandError(message, returncode=1)
        count = Operation.objects.count()
        self.stdout.write(_("All %(count)d operations can be answered.") % {"count": count})


def named(name: str) -> Frontend:
    """Find a frontend; raise CommandError, with what there is, for another name."""
    try:
        return Frontend.objects.get(name=name)
    except Frontend.DoesNotExist as error:
        names = ", ".join(Frontend.objects.values_list("name", flat=True)) or "–"
        message = _("No frontend is called %(name)s. There are: %(names)s.")
        raise CommandError(message % {"name": name, "names": names}) from error


def entries(paths: list[Path]) -> list[Entry]:
    """Read all files; raise Faulty with the faults of all."""
    found: list[Entry] = []
    faults: list[str] = []
    for path in files(paths):
        try:
            found += read(str(path), path.read_bytes())
        except OSError as error:
            faults.append(f"{path}: {error.strerror}")
        except Faulty as error:
            faults += error.faults
    if faults or not found:
        raise Faulty(faults or [_("There are no operations in these files.")])
    return found
