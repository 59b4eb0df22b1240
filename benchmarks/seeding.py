"""Databases with cities of some sizes, made once: `python -m benchmarks.seeding 500 5000`."""

import argparse
from pathlib import Path
from time import perf_counter

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import override_settings  # noqa: E402

from benchmarks.contenders import ROOT  # noqa: E402
from benchmarks.pages import build  # noqa: E402
from vision_pages.models import ProjectIndexPage  # noqa: E402

SIZES = (500, 5_000, 50_000)


def use(pages: int) -> None:
    """Use the database with so many pages, and its files; make it if there is none."""
    name = f"benchmark_city_{pages}"
    connection.close()
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=True, serialize=False)
    # Storages that are there already are told.
    override_settings(MEDIA_ROOT=str(media())).enable()
    if not ProjectIndexPage.objects.exists():
        begun = perf_counter()
        build(pages, lambda done: print(f"\r{pages} pages: {done:40}", end="", flush=True))
        print(f"\r{pages} pages made in {perf_counter() - begun:.0f} s{'':40}")


def media() -> Path:
    """Say where the files of the database in use lie."""
    return ROOT / "benchmarks/.media" / str(connection.settings_dict["NAME"])


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.seeding", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many pages")
    for size in parser.parse_args().sizes:
        use(size)


if __name__ == "__main__":
    main()
