"""The wheel in a foreign site: with Wagtail's own test apps, a blog, and pages that are odd."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.database import migrations, prepare
from tests.wheel import build

PROJECT = Path(__file__).parent / "project"

Run = Callable[..., None]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Run:
    """Install the wheel beside the project, far from the checkout; give what runs Python there."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(PROJECT, folder / "project")
    install = ["install", "--quiet", "--no-deps", "--no-index", "--target", folder / "packages"]
    subprocess.run([sys.executable, "-m", "pip", *install, build(folder)], check=True)
    with django_db_blocker.unblock():
        database = host_database()
        prepare(
            database["TEST"]["TEMPLATE"],
            sha256((migrations() + own_migrations()).encode()).hexdigest(),
            lambda name: python(folder, database | {"NAME": name}, "manage.py", "migrate", "-v0"),
        )
    return partial(python, folder, database)


def python(folder: Path, database: dict[str, Any], *arguments: str) -> None:
    """Run Python in the project; only migrations are run without Wagtail's test apps."""
    without = {"WITHOUT_OTHERS": ""} if "migrate" in arguments else {}
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder / "project",
        env={
            **os.environ,
            **without,
            "DJANGO_SETTINGS_MODULE": "host.settings",
            "HOST_DATABASE": json.dumps(database),
            "PYTHONPATH": str(folder / "packages"),
        },
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout


def host_database() -> dict[str, Any]:
    """Name databases of the project's own on the server of these tests."""
    with connection._nodb_cursor() as cursor:
        info = cursor.connection.info
        name = f"{connection.settings_dict['TEST']['NAME']}_host"
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": info.dbname,
            "USER": info.user,
            "PASSWORD": info.password,
            "HOST": info.host,
            "PORT": info.port,
            # Of what the template lacks, the tables are made of the models.
            "TEST": {"NAME": name, "TEMPLATE": f"{name}_migrated", "MIGRATE": False},
        }


def own_migrations() -> str:
    return "".join(path.read_text() for path in sorted(PROJECT.glob("*/migrations/*.py")))


def test_a_foreign_site_reads_its_own_pages_over_the_api(run):
    run("-m", "pytest", "-q", "-p", "no:cacheprovider")
