"""Which PostgreSQL the site uses: the one DATABASE_URL names, or the embedded one."""

import os
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from cms.embedded_postgres.place import Place

NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database(project: Path) -> dict[str, Any]:
    """Give the entry of Django's DATABASES for a checkout of the project."""
    if url := os.environ.get("DATABASE_URL"):
        return given(url)
    return embedded(project)


def given(url: str) -> dict[str, Any]:
    """Read the URL as libpq does, with its sockets, its parameters and its escapes."""
    parameters = conninfo_to_dict(url)
    named = {NAMES[key]: parameters.pop(key) for key in NAMES if key in parameters}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **named,
        "OPTIONS": {"prepare_threshold": 0, **parameters},
    }


def embedded(project: Path) -> dict[str, Any]:
    """Name the embedded server; it starts when the first connection is made."""
    place = Place.of(project)
    return {
        "ENGINE": "cms.embedded_postgres",
        "NAME": "leitbild",
        "USER": "leitbild",
        "HOST": str(place.socket),
        "OPTIONS": {"prepare_threshold": 0, "project": project},
    }
