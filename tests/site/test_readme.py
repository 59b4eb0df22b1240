"""README and CONTRIBUTING name what there is: commands, apps, files.

The README's query and its answer are held true by tests/demo.
"""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from cms.settings import base

ROOT = Path(__file__).parents[2]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
TEXT = {name: ROOT.joinpath(name).read_text() for name in DOCUMENTS}
CODE = re.compile(r"```\w+\n(.*?)```|(?<!`)`([^`\n]+)`", flags=re.DOTALL)


def code(text: str) -> list[str]:
    """Give every line of code: in blocks and in sentences."""
    return [line for found in CODE.findall(text) for line in "".join(found).splitlines()]


def named(pattern: str) -> set[str]:
    lines = [line for text in TEXT.values() for line in code(text)]
    return {match.group(1) for line in lines if (match := re.match(pattern, line))}


def test_every_make_target_exists():
    targets = named(r"make ([a-z-]+)")
    assert {"demo", "test", "setup", "check"} <= targets

    subprocess.run(
        ["make", "--dry-run", "VERSION=0.1.0", *targets], cwd=ROOT, check=True, capture_output=True
    )


def test_every_management_command_exists():
    commands = named(r"(?:\.venv/bin/python )?manage\.py (\w+)")

    assert {"documents", "makemigrations"} <= commands
    assert commands <= get_commands().keys()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_into_the_project_leads_somewhere(name):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", TEXT[name])

    assert [link for link in links if not ROOT.joinpath(link).exists()] == []


def test_the_apps_stand_in_the_sites_settings_as_the_readme_says():
    [settings] = re.findall(r"```python\n(.*?)```", TEXT["README.md"], flags=re.DOTALL)
    apps = re.findall(r'"([a-z_.]+)"', settings)

    assert apps == [app for app in base.INSTALLED_APPS if app in apps]
    assert base.INSTALLED_APPS.index(apps[-1]) < base.INSTALLED_APPS.index("wagtail")


def test_paths_in_the_table_of_folders_exist():
    folders = re.findall(r"^\| `([a-z_]+/)` \|", TEXT["CONTRIBUTING.md"], flags=re.MULTILINE)

    assert len(folders) >= 5
    assert [folder for folder in folders if not ROOT.joinpath(folder).is_dir()] == []
