"""The wheel: both apps and their catalogues, whole, and nothing else."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.wheel import ROOT, build

APPS = ["graphql_api", "vision_pages"]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    with ZipFile(build(tmp_path_factory.mktemp("wheel"))) as archive:
        return set(archive.namelist())


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_top_level_is_the_two_apps(content):
    top = {name.split("/")[0] for name in content}

    assert {name for name in top if not name.endswith(".dist-info")} == set(APPS)
    assert len(top) == len(APPS) + 1


def test_every_file_of_the_apps_is_there(content):
    of_the_apps = {f"{app}/{file}" for app in APPS for file in files(ROOT / app)}
    catalogues = {f"vision_pages/locale/{file}" for file in files(ROOT / "locale")}

    assert {name for name in content if name.split("/")[0] in APPS} == of_the_apps | catalogues


@pytest.mark.parametrize(
    "name",
    [
        "graphql_api/py.typed",
        "graphql_api/preview.js",
        "graphql_api/rich_text.d.ts",
        "graphql_api/rich_text.schema.json",
        "graphql_api/schema.graphql",
        "vision_pages/locale/de/LC_MESSAGES/django.mo",
        "vision_pages/py.typed",
    ],
)
def test_what_is_not_python_is_there(content, name):
    assert name in content


def test_licence_is_there(content):
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in content)
