"""`manage.py previews`: delete what is over, or end what somebody or everybody has open."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from graphql_api.previews.clearing import clear, deleted
from graphql_api.previews.models import Draft
from graphql_api.previews.sharing import end


class Command(BaseCommand):
    help = "Deletes the drafts of previews: with them go the tokens and links that open them."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("clear", help="delete the expired")
        revoking = actions.add_parser("revoke", help="end them before they expire")
        whose = revoking.add_mutually_exclusive_group(required=True)
        whose.add_argument("--user", help="those of this account")
        whose.add_argument("--all", action="store_true", help="all of them")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        count = clear(timezone.now()) if action == "clear" else self.revoke(options["user"])
        self.stdout.write(_("%(count)d drafts deleted.") % {"count": count})

    def revoke(self, name: str | None) -> int:
        drafts = Draft.objects.all()
        if name is not None:
            users = get_user_model()
            try:
                drafts = drafts.filter(author=users._default_manager.get_by_natural_key(name))
            except users.DoesNotExist as error:
                raise CommandError(_("Nobody is called %(name)s.") % {"name": name}) from error
        end(drafts)
        return deleted(drafts)
