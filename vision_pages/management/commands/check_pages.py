"""Find anew what needs care, where a change asks for it or on all pages."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from vision_pages.overview.checking import check, mark_all


class Command(BaseCommand):
    help = "Find anew what needs care: on the pages that changed since, or with --all on all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="look at every page")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            mark_all()
        self.stdout.write(f"Pages looked at: {check()}")
