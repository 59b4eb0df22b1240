"""The folder of the catalogues, which lies where Python looks for modules first."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_it_is_no_package():
    assert not list(ROOT.joinpath("locale").glob("**/__init__.py"))


def test_python_imports_its_own_locale():
    program = "import locale; print(locale.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert ROOT not in Path(found.stdout).parents
