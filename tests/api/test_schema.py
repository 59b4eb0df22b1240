"""The schema as a file is the schema of the code."""

from django.core.management import call_command


def test_schema_file_is_current():
    call_command("export_schema", check=True)
