"""Visions as the API gives them."""

from datetime import UTC, datetime

import pytest

from tests.factories import StageFactory, VisionFactory
from vision_pages.models import VisionLink

VISIONS = """{ visions { totalCount nodes {
  title path type scope status statusSource startDate { iso }
  goal { html plain }
  stages { title status position startDate { iso precision earliest latest label } }
  currentStage { title }
  projects {
    totalCount nodes { title visions { title } } edges { node { title } } pageInfo { hasNextPage }
  }
  linkedVisions { title }
} } }"""


def stage(title: str, position: int, iso: str, earliest: str, latest: str, label: str) -> dict:
    date = {
        "iso": iso,
        "precision": "MONTH",
        "earliest": earliest,
        "latest": latest,
        "label": label,
    }
    return {"title": title, "status": "COMPLETED", "position": position, "startDate": date}


def test_visions_with_their_stages_and_projects(ask, city, statements):
    answer = ask(VISIONS)

    goal = {"html": "<p>Eine lebenswerte Stadt.</p>", "plain": "Eine lebenswerte Stadt."}
    project = {"title": "Standortmarke Köln", "visions": [{"title": "Köln 21"}]}
    assert answer == {
        "data": {
            "visions": {
                "totalCount": 2,
                "nodes": [
                    {
                        "title": "Köln 21",
                        "path": "/de/stadt-der-zukunft/koeln-21/",
                        "type": "Vision",
                        "scope": "CITY",
                        "status": "COMPLETED",
                        "statusSource": "STAGES",
                        "startDate": None,
                        "goal": goal,
                        "stages": [
                            stage(
                                "Erste", 1, "2020-12", "2020-12-01", "2020-12-31", "Dezember 2020"
                            ),
                            stage("Zweite", 2, "2021-04", "2021-04-01", "2021-04-30", "April 2021"),
                        ],
                        "currentStage": {"title": "Zweite"},
                        "projects": {
                            "totalCount": 1,
                            "nodes": [project],
                            "edges": [{"node": {"title": "Standortmarke Köln"}}],
                            "pageInfo": {"hasNextPage": False},
                        },
                        "linkedVisions": [{"title": "Verwaltung"}],
                    },
                    {
                        "title": "Verwaltung",
                        "path": "/de/stadt-der-zukunft/verwaltung/",
                        "type": "Vision",
                        "scope": "ADMINISTRATION",
                        "status": "PLANNED",
                        "statusSource": "OWN_DATES",
                        "startDate": None,
                        "goal": goal,
                        "stages": [],
                        "currentStage": None,
                        "projects": {
                            "totalCount": 0,
                            "nodes": [],
                            "edges": [],
                            "pageInfo": {"hasNextPage": False},
                        },
                        "linkedVisions": [{"title": "Köln 21"}],
                    },
                ],
            }
        }
    }
    # The list; what the visions name; what their projects name.
    assert len(statements) == 3


def test_the_number_of_statements_does_not_grow_with_the_list(ask, city, statements):
    ask(VISIONS)
    few = len(statements)
    for _ in range(8):
        more = VisionFactory(parent=city.programme)
        StageFactory(parent=more)
        city.vision.linked_visions.add(VisionLink(target=more))
    statements.clear()

    ask(VISIONS)

    assert len(statements) == few


@pytest.mark.parametrize(
    ("override", "start", "end", "status"),
    [
        ("", None, None, "PLANNED"),
        ("", "2026-11-24", None, "PLANNED"),
        ("", "2026-11-23", "2026-11-23", "RUNNING"),
        ("", "2026", None, "RUNNING"),
        ("", "2025", "2026-11-22", "COMPLETED"),
        ("", "2025", "2026-11", "RUNNING"),
        ("paused", "2025", None, "PAUSED"),
        ("discontinued", None, None, "DISCONTINUED"),
    ],
)
def test_status_of_today(ask, city, time_machine, override, start, end, status):
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC), tick=False)
    vision = VisionFactory(
        parent=city.programme,
        title="Neu",
        start_date=start,
        end_date=end,
        status_override=override,
        status_note="Weil es so ist.",
    )

    answer = ask('{ vision(by: {path: "/de/stadt-der-zukunft/neu/"}) { status } }')

    assert answer == {"data": {"vision": {"status": status}}}
    assert vision.status() == status.lower()


def test_status_follows_the_time_zone_of_the_site(ask, city, time_machine):
    VisionFactory(parent=city.programme, title="Neu", start_date="2026-11-24")
    query = '{ vision(by: {path: "/de/stadt-der-zukunft/neu/"}) { status } }'

    time_machine.move_to(datetime(2026, 11, 23, 22, 59, tzinfo=UTC), tick=False)
    before = ask(query)
    time_machine.move_to(datetime(2026, 11, 23, 23, 1, tzinfo=UTC), tick=False)
    after = ask(query)

    assert before == {"data": {"vision": {"status": "PLANNED"}}}
    assert after == {"data": {"vision": {"status": "RUNNING"}}}


@pytest.mark.parametrize(
    ("stages", "current"),
    [
        ([("A", "2026-01", "2026-02"), ("B", "2026-10", None), ("C", "2026-11", None)], "C"),
        ([("A", "2026-01", "2026-02"), ("B", "2027", None), ("C", "2028", None)], "B"),
        ([("A", "2025", "2025"), ("B", "2026-01", "2026-02")], "B"),
    ],
)
def test_current_stage(ask, city, time_machine, stages, current):
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC), tick=False)
    vision = VisionFactory(parent=city.programme, title="Neu")
    for title, start, end in stages:
        StageFactory(parent=vision, title=title, start_date=start, end_date=end)

    answer = ask('{ vision(by: {path: "/de/stadt-der-zukunft/neu/"}) { currentStage { title } } }')

    assert answer == {"data": {"vision": {"currentStage": {"title": current}}}}
