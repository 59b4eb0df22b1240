"""The site's settings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check_changes=True, dry_run=True)


@pytest.mark.django_db
def test_checks_have_nothing_to_say():
    call_command("check", fail_level="WARNING", databases=["default"])


def test_production_is_safe():
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "DATABASE_URL": "postgres://leitbild@localhost/leitbild",
        "SECRET_KEY": "".join(map(chr, range(48, 120))),
        "ALLOWED_HOSTS": "leitbild.example",
    }
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_invents_no_secrets(name):
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://leitbild@localhost/leitbild",
        "SECRET_KEY": "secret",
        "ALLOWED_HOSTS": "leitbild.example",
    }
    del environment[name]
    started = subprocess.run(
        [sys.executable, "-c", "import cms.settings.production"],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    assert f"KeyError: '{name}'" in started.stderr
