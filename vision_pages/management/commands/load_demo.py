"""Load the demo content, unless it is there."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from vision_pages.demo.loading import SiteIsNotEmpty, is_loaded, load


class Command(BaseCommand):
    help = "Load the demo content into a site without content; do nothing where it is loaded."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.say("The demo content is loaded.")
            return
        try:
            load(self.say)
        except SiteIsNotEmpty as error:
            raise CommandError(
                "This site has content of its own, and nothing was loaded. "
                "The demo wants a database of its own."
            ) from error

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
