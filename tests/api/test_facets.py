"""Facets: what lists can be narrowed to, and how many would be left."""

from datetime import UTC, datetime

import pytest

from tests.factories import (
    ActorFactory,
    DistrictFactory,
    FieldOfActionFactory,
    ParticipationEventFactory,
    ProjectFactory,
    StageFactory,
    StrategicGoalFactory,
    VisionFactory,
)
from vision_pages.models import ProjectActor, ProjectLocation
from vision_pages.models.actor import Role

PROJECTS = """query ($filter: ProjectFilter) {
  projects(filter: $filter, first: 0) { totalCount facets {
  status { value count }
  participationLevel { value count }
  goal { value { code name } count }
  sdg { value count }
  fieldOfAction { value { code } count }
  district { value { code } count }
  actor { value { code } count }
} } }"""


def coded(code, count):
    return {"value": {"code": code}, "count": count}


def valued(value, count):
    return {"value": value, "count": count}


@pytest.fixture
def city(city, time_machine):
    """Three projects: one that has ended, with all there is; two that are planned."""
    time_machine.move_to(datetime(2026, 5, 1, 10, tzinfo=UTC), tick=False)
    whole = StrategicGoalFactory(name="Bildung", code="3", sdgs=[4, 11])
    part = StrategicGoalFactory(
        name="Schulen", code="3.1", parent=whole, strategy=whole.strategy, sdgs=[4]
    )
    field = FieldOfActionFactory(code="mobilitaet")
    kalk = DistrictFactory(code="kalk")
    actor = ActorFactory(code="universitaet")
    city.project.delete()
    for title, values in {
        "Erstes": {"end_date": "2002", "start_date": "2001", "participation_level": "decision"},
        "Zweites": {"participation_level": "decision"},
        "Drittes": {},
    }.items():
        project = ProjectFactory(parent=city.index, title=title, serves=[city.vision], **values)
        project.fields_of_action.set([field])
        project.actors.set([ProjectActor(actor=actor, role=Role.LEAD)])
        if title == "Erstes":
            project.strategic_goals.set([part])
            project.citywide = False
            project.locations.set(
                [
                    ProjectLocation(label=label, district=kalk, locale=project.locale)
                    for label in ("hier", "dort")
                ]
            )
        if title == "Zweites":
            project.strategic_goals.set([whole, part])
        project.save_revision().publish()
    ProjectFactory(parent=city.index, title="Altes", serves=[city.vision], is_archived=True)
    return city


def test_projects_can_be_narrowed_by_what_they_have(ask, city, statements):
    answer = ask(PROJECTS)

    assert answer["data"]["projects"] == {
        "totalCount": 3,
        "facets": {
            "status": [valued("PLANNED", 2), valued("COMPLETED", 1)],
            "participationLevel": [valued("CONSULTATION", 1), valued("DECISION", 2)],
            "goal": [
                valued({"code": "3", "name": "Bildung"}, 2),
                valued({"code": "3.1", "name": "Schulen"}, 2),
            ],
            "sdg": [valued(4, 2), valued(11, 2)],
            "fieldOfAction": [coded("mobilitaet", 3)],
            "district": [coded("kalk", 1)],
            "actor": [coded("universitaet", 3)],
        },
    }
    assert len(statements) == 3


def test_what_is_chosen_of_a_facet_narrows_the_others(ask, city):
    answer = ask(PROJECTS, filter={"status": ["COMPLETED"], "participationLevel": ["CONSULTATION"]})

    facets = answer["data"]["projects"]["facets"]
    assert answer["data"]["projects"]["totalCount"] == 0
    assert facets["status"] == [valued("PLANNED", 1)]
    assert facets["participationLevel"] == [valued("DECISION", 1)]
    assert facets["fieldOfAction"] == []


def test_only_what_is_asked_for_is_counted(ask, city, statements):
    query = """query ($filter: ProjectFilter) { projects(filter: $filter, first: 0) { facets {
      state: status { value count } ...District } } }
      fragment District on ProjectFacets { district { value { code } count } }"""
    answer = ask(query, filter={"participationLevel": ["DECISION"]})

    facets = answer["data"]["projects"]["facets"]
    assert facets == {
        "state": [valued("PLANNED", 1), valued("COMPLETED", 1)],
        "district": [coded("kalk", 1)],
    }
    assert "SELECT 'district'" in statements[1]
    assert "SELECT 'participation_level'" not in statements[1]


def test_where_no_facet_is_asked_for_none_is_counted(ask, city, statements):
    answer = ask("{ projects(first: 0) { facets { __typename } } }")

    assert answer == {"data": {"projects": {"facets": {"__typename": "ProjectFacets"}}}}
    assert len(statements) == 1


def test_each_count_is_what_the_filter_leaves(ask, city):
    chosen = {
        "status": lambda value: {"status": [value]},
        "participationLevel": lambda value: {"participationLevel": [value]},
        "goal": lambda value: {"goal": [value["code"]]},
        "sdg": lambda value: {"sdg": [value]},
        "fieldOfAction": lambda value: {"fieldOfAction": [value["code"]]},
        "district": lambda value: {"district": [value["code"]]},
        "actor": lambda value: {"actor": [value["code"]]},
    }
    for name, facet in ask(PROJECTS)["data"]["projects"]["facets"].items():
        for one in facet:
            left = ask(PROJECTS, filter=chosen[name](one["value"]))["data"]["projects"]
            assert left["totalCount"] == one["count"], (name, one)


def test_filters_inside_others_and_archived_ones_narrow_every_facet(ask, city):
    nested = ask(PROJECTS, filter={"not": {"status": ["COMPLETED"]}})["data"]["projects"]
    assert nested["facets"]["status"] == [valued("PLANNED", 2)]

    archived = ask(PROJECTS, filter={"archived": True})["data"]["projects"]
    assert archived["facets"]["status"] == [valued("PLANNED", 1)]


def test_a_term_that_is_withdrawn_is_no_facet(ask, city):
    FieldOfActionFactory._meta.model.objects.get(code="mobilitaet").unpublish()

    assert ask(PROJECTS)["data"]["projects"]["facets"]["fieldOfAction"] == []


def test_visions_can_be_narrowed_by_what_they_have(ask, city):
    goal = StrategicGoalFactory(code="5", sdgs=[13])
    vision = VisionFactory(parent=city.programme, title="Neu", start_date="2026")
    vision.strategic_goals.set([goal])
    vision.strategies.set([goal.strategy])
    vision.save_revision().publish()
    lead = vision.actors.get().actor

    answer = ask("""{ visions(filter: {status: RUNNING}) { totalCount facets {
      status { value count } scope { value count } strategy { value { code } count }
      goal { value { code } count } sdg { value count }
      fieldOfAction { value { code } count } actor { value { code } count }
    } } }""")

    facets = answer["data"]["visions"]["facets"]
    assert {one["value"]: one["count"] for one in facets.pop("status")}["RUNNING"] == 1
    assert answer["data"]["visions"] == {
        "totalCount": 1,
        "facets": {
            "scope": [valued("CITY", 1)],
            "strategy": [coded(goal.strategy.code, 1)],
            "goal": [coded("5", 1)],
            "sdg": [valued(13, 1)],
            "fieldOfAction": [],
            "actor": [coded(lead.code, 1)],
        },
    }


@pytest.fixture
def events(city):
    kalk = DistrictFactory(code="kalk-2")
    stage = StageFactory(parent=city.vision, title="Beteiligung", kind="decision")
    stage.participation_events = [
        ParticipationEventFactory.build(title="Umfrage", level="consultation"),
        ParticipationEventFactory.build(title="Werkstatt", format="workshop", district=kalk),
        ParticipationEventFactory.build(
            title="Ausstellung", format="workshop", starts_at=datetime(2027, 1, 1, tzinfo=UTC)
        ),
    ]
    for event in stage.participation_events.all():
        event.locale = stage.locale
    stage.save_revision().publish()
    return stage


def test_stages_can_be_narrowed_by_what_they_have(ask, city, events):
    answer = ask("""{ stages(filter: {kind: DECISION}) {
      facets { status { value count } kind { value count } } } }""")

    facets = answer["data"]["stages"]["facets"]
    assert facets["status"] == [valued("RUNNING", 1)]
    assert valued("DECISION", 1) in facets["kind"]


def test_participation_events_can_be_narrowed_by_what_they_have(ask, city, events, statements):
    answer = ask(
        """query ($initiative: [ID!]) { participationEvents(
          filter: {initiative: $initiative, format: WORKSHOP}
        ) { totalCount facets {
          state { value count } format { value count } attendanceMode { value count }
          level { value count } district { value { code } count }
        } } }""",
        initiative=[str(city.vision.translation_key)],
    )

    assert answer["data"]["participationEvents"]["totalCount"] == 2
    assert answer["data"]["participationEvents"]["facets"] == {
        "state": [valued("UPCOMING", 1), valued("CLOSED", 1)],
        "format": [valued("ONLINE_SURVEY", 1), valued("WORKSHOP", 2)],
        "attendanceMode": [valued("ONLINE", 2)],
        "level": [],
        "district": [coded("kalk-2", 1)],
    }
    assert len(statements) == 3
