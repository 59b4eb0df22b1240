"""The gettext catalogues of the checkout, compiled without GNU gettext."""

import os
from pathlib import Path

import polib
from django.utils.translation.reloader import translation_file_changed


def compile_catalogues(folder: Path) -> None:
    """Compile what changed; other processes may read, and do the same, meanwhile."""
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            unfinished = target.with_suffix(f".{os.getpid()}")
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(target)
    # Django is set up by now, and keeps what it read before: older catalogues, or none.
    translation_file_changed(None, Path("django.mo"))
