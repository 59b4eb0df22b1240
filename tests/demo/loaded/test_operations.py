"""The fifteen operations of docs/reference/operations.md, with the answers and costs shown."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.api.conftest import statements
from tests.committing import stamp
from tests.factories import ProjectFactory, StrategicGoalFactory
from vision_pages.models import (
    District,
    ProjectIndexPage,
    ProjectLocation,
    StrategicGoal,
    VisionPage,
)

__all__ = ["statements"]
pytestmark = pytest.mark.usefixtures("moment", "projects")

TEXT = (Path(__file__).parents[3] / "docs/reference/operations.md").read_text()
SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
COST = re.compile(r"(\d+) statements?\.")


class Operation(NamedTuple):
    """One section of the page."""

    title: str
    query: str
    variables: dict[str, Any]
    answer: Any
    statements: int


def operation(title: str, text: str) -> Operation:
    [(_graphql, query), *jsons] = BLOCK.findall(text)
    variables, answer = [json.loads(found) for _json, found in [("", "{}"), *jsons][-2:]]
    [cost] = COST.findall(text)
    return Operation(title, query, variables, answer, int(cost))


OPERATIONS = [operation(title, text) for title, text in SECTION.findall(TEXT)]


@pytest.fixture
def moment(time_machine):
    time_machine.move_to(datetime(2022, 2, 1, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def projects(demo, db):
    """The three invented projects of which the page speaks, and the goal that one serves."""
    index = ProjectIndexPage.objects.get(locale__language_code="de")
    vision = VisionPage.objects.get(slug="koeln-21", locale__language_code="de")
    above = StrategicGoal.objects.get(code="5", locale__language_code="de")
    goal = StrategicGoalFactory(
        code="5.1", name="Öffentliche Räume für alle", parent=above, strategy=above.strategy
    )
    for title, values, place in [
        ("Rathausplatz", {"start_date": "2021"}, ("innenstadt", "50.938", "6.958")),
        (
            "Bürgergarten Kalk",
            {"start_date": "2020", "end_date": "2021"},
            ("kalk", "50.940", "7.001"),
        ),
        (
            "Offene Daten",
            {"start_date": "2023", "participation_level": "cooperation"},
            None,
        ),
    ]:
        project = ProjectFactory(parent=index, title=title, serves=[vision], **values)
        if place:
            code, latitude, longitude = place
            project.citywide = False
            project.locations = [
                ProjectLocation(
                    label=title,
                    latitude=Decimal(latitude),
                    longitude=Decimal(longitude),
                    district=District.objects.get(code=code, locale__language_code="de"),
                    locale=project.locale,
                )
            ]
        if title == "Rathausplatz":
            project.strategic_goals.set([goal])
        project.save_revision().publish()


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Give the vision another address, as an editor does who changes its slug."""

    def rename() -> None:
        vision = VisionPage.objects.get(slug="koeln-21", locale__language_code="de")
        vision.slug = "stadtvision"
        stamp()
        with django_capture_on_commit_callbacks(execute=True):
            vision.save_revision().publish()
        stamp()

    return rename


def last_cursor(ask: Any) -> str:
    """Read the feed to its end."""
    stamp()
    after = None
    while True:
        page = ask(
            "query ($after: String) { changes(after: $after, first: 100) {"
            " pageInfo { endCursor hasNextPage } } }",
            after=after,
        )["data"]["changes"]["pageInfo"]
        after = page["endCursor"]
        if not page["hasNextPage"]:
            return str(after)


def test_there_are_fifteen():
    assert len(OPERATIONS) == 15


@pytest.mark.parametrize("shown", OPERATIONS, ids=[one.title for one in OPERATIONS])
def test_an_operation_is_answered_as_shown(ask, shown, rename, statements):
    variables = dict(shown.variables)
    if "after" in variables:
        variables["after"] = last_cursor(ask)
        rename()
    if shown.title == "An address that has moved":
        rename()
    statements.clear()

    answer = ask(shown.query, **variables)

    assert answer == {"data": shown.answer}
    assert len(statements) == shown.statements, statements
