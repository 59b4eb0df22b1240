"""Write the schema to graphql_api/schema.graphql, or say whether the file is current."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from graphql_api.http.schema_file import SCHEMA_FILE
from graphql_api.schema import schema


class Command(BaseCommand):
    help = "Writes the schema to graphql_api/schema.graphql."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say whether it is current")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        text = schema.as_str() + "\n"
        if not check:
            SCHEMA_FILE.write_text(text, encoding="utf-8")
        elif not SCHEMA_FILE.exists() or SCHEMA_FILE.read_text(encoding="utf-8") != text:
            raise CommandError("schema.graphql is not current: run make schema.")
