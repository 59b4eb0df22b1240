"""The site is sound with the wheel in it."""

from django.core.management import call_command


def test_checks_have_nothing_to_say(db):
    call_command("check", fail_level="WARNING", databases=["default"])


def test_no_migration_is_missing(db):
    ours = ("blog", "graphql_api", "odd", "vision_pages")

    call_command("makemigrations", *ours, check_changes=True, dry_run=True)
