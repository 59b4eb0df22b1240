"""Write the schema to a file, or say whether the file is current."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from graphql_api.http.schema_file import schema_text


class Command(BaseCommand):
    help = "Writes the schema, with the types of all installed apps."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where to, such as schema.graphql")
        parser.add_argument("--check", action="store_true", help="only say whether it is current")

    def handle(self, *args: Any, file: Path, check: bool, **options: Any) -> None:
        if not check:
            file.write_text(schema_text(), encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != schema_text():
            raise CommandError(f"{file} is not current: run export_schema {file}.")
