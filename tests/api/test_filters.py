"""Filters by goal, place, language and stage: all act on what is served, and tell nothing else."""

from decimal import Decimal

import pytest

from graphql_api.documents.identity import source_of
from graphql_api.documents.refresh import refresh
from tests.factories import (
    ParticipationEventFactory,
    ProjectFactory,
    StageFactory,
    StrategicGoalFactory,
    VisionFactory,
)
from vision_pages.models import ProjectLocation

PROJECTS = """query($filter: ProjectFilter, $locale: LocaleCode) {
  projects(filter: $filter, locale: $locale) { totalCount nodes { title } } }"""
STAGES = """query($filter: StageFilter, $order: [StageOrder!]) {
  stages(filter: $filter, order: $order) { totalCount nodes { title } } }"""
EVENTS = """query($filter: ParticipationEventFilter) {
  participationEvents(filter: $filter) { nodes { title } } }"""


def titles(answer):
    assert "errors" not in answer, answer
    [found] = answer["data"].values()
    return [node["title"] for node in found["nodes"]]


@pytest.fixture
def goals(city):
    """Goal 5, its part 5.1 and that one's part 5.1.1, each served by a project; and goal 6."""
    climate = StrategicGoalFactory(name="Klima", code="5", sdgs=[13])
    energy = StrategicGoalFactory(name="Energie", code="5.1", sdgs=[7], parent=climate)
    solar = StrategicGoalFactory(name="Solar", code="5.1.1", parent=energy)
    other = StrategicGoalFactory(name="Kultur", code="6", sdgs=[11])
    for title, goal in (("K", climate), ("E", energy), ("S", solar), ("A", other)):
        project = ProjectFactory(parent=city.index, title=title, serves=[city.vision])
        project.strategic_goals.set([goal])
        project.save_revision().publish()
    return {goal.code: goal for goal in (climate, energy, solar, other)}


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({"goal": ["5"]}, ["K", "E", "S"]),
        ({"goal": ["5.1"]}, ["E", "S"]),
        ({"goal": ["5.1.1", "6"]}, ["S", "A"]),
        ({"goal": ["9"]}, []),
        ({"sdg": [13]}, ["K", "E", "S"]),
        ({"sdg": [7, 11]}, ["E", "S", "A"]),
        ({"sdg": [99]}, []),
        ({"goal": ["5"], "not": {"sdg": [7]}}, ["K"]),
    ],
)
def test_what_serves_a_part_of_a_goal_serves_the_goal(ask, goals, statements, filter, expected):
    assert titles(ask(PROJECTS, filter=filter)) == expected
    assert len(statements) == 1


def test_a_goal_that_cannot_be_read_joins_nothing(ask, goals):
    goals["5.1"].unpublish()

    assert titles(ask(PROJECTS, filter={"goal": ["5"]})) == ["K"]
    assert titles(ask(PROJECTS, filter={"goal": ["5.1"]})) == []
    assert titles(ask(PROJECTS, filter={"sdg": [13]})) == ["K"]
    assert titles(ask(PROJECTS, filter={"goal": ["5.1.1"]})) == ["S"]


def test_goals_that_are_parts_of_each_other_end(ask, goals):
    type(goals["5"]).objects.filter(pk=goals["5"].pk).update(parent=goals["5.1.1"])
    refresh([source_of(goals["5"])])

    assert titles(ask(PROJECTS, filter={"goal": ["5.1.1"]})) == ["K", "E", "S"]


@pytest.fixture
def located(city):
    """The cathedral, a place on either side of the 180th meridian, and a place without position."""
    for title, latitude, longitude in (
        ("Dom", "50.941278", "6.958281"),
        ("Fidschi", "-16.5", "179.9"),
        ("Samoa", "-13.8", "-171.8"),
        ("Irgendwo", None, None),
    ):
        project = ProjectFactory(parent=city.index, title=title, serves=[city.vision])
        project.citywide = False
        project.locations.add(
            ProjectLocation(
                label=title,
                latitude=latitude and Decimal(latitude),
                longitude=longitude and Decimal(longitude),
                locale=project.locale,
            )
        )
        project.save_revision().publish()


def box(west, south, east, north):
    return {"west": west, "south": south, "east": east, "north": north}


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (box(6.9, 50.9, 7.0, 51.0), ["Dom"]),
        (box(6.958281, 50.941278, 6.958281, 50.941278), ["Dom"]),
        (box(7.0, 50.9, 7.1, 51.0), []),
        (box(-180, -90, 180, 90), ["Dom", "Fidschi", "Samoa"]),
        (box(170, -20, -170, 0), ["Fidschi", "Samoa"]),
        (box(-180, -20, -170, 0), ["Samoa"]),
    ],
)
def test_projects_on_a_part_of_the_map(ask, located, statements, within, expected):
    assert titles(ask(PROJECTS, filter={"within": within})) == expected
    assert len(statements) == 1


def test_one_operation_puts_projects_on_a_map(ask, located):
    query = """query($within: BoundingBox!) { projects(filter: {within: $within}, first: 100) {
      nodes { title path locations { label coordinates { latitude longitude } district { name } }
      } } }"""

    answer = ask(query, within=box(6.9, 50.9, 7.0, 51.0))

    place = {"latitude": 50.941278, "longitude": 6.958281}
    assert answer["data"]["projects"]["nodes"] == [
        {
            "title": "Dom",
            "path": "/de/stadt-der-zukunft/projekte/dom/",
            "locations": [{"label": "Dom", "coordinates": place, "district": None}],
        }
    ]


@pytest.mark.parametrize(
    ("within", "message"),
    [
        (box(-181, 0, 0, 1), "`west` must lie between -180 and 180."),
        (box(0, 0, 180.1, 1), "`east` must lie between -180 and 180."),
        (box(0, -91, 0, 1), "`south` must lie between -90 and 90."),
        (box(0, 0, 0, 91), "`north` must lie between -90 and 90."),
        (box(0, 2, 1, 1), "`south` must not lie north of `north`."),
    ],
)
def test_a_box_that_is_nowhere_is_refused(ask, city, statements, within, message):
    answer = ask(PROJECTS, filter={"not": {"within": within}})

    [error] = answer["errors"]
    assert (error["message"], error["extensions"]["code"]) == (message, "INVALID_ARGUMENT")
    assert statements == []


def test_events_on_a_part_of_the_map(ask, city):
    for title, latitude, longitude in (
        ("da", "50.94", "6.95"),
        ("dort", "52", "13"),
        ("x", *[None] * 2),
    ):
        ParticipationEventFactory(
            page=city.first,
            title=title,
            latitude=latitude and Decimal(latitude),
            longitude=longitude and Decimal(longitude),
        )

    assert titles(ask(EVENTS, filter={"within": box(6, 50, 7, 51)})) == ["da"]
    others = titles(ask(EVENTS, filter={"not": {"within": box(6, 50, 7, 51)}}))
    assert sorted(others) == ["dort", "x"]


def test_by_the_language_that_is_served(ask, city, english):
    city.project.copy_for_translation(english, copy_parents=True).save_revision().publish()
    ProjectFactory(parent=city.index, title="Nur deutsch", serves=[city.vision])

    def asked(**filter):
        return titles(ask(PROJECTS, locale="en", filter={"language": filter}))

    # In the order of the German tree, where all of them stand.
    assert asked() == ["Standortmarke Köln", "Nur deutsch"]
    assert asked(isFallback=False) == ["Standortmarke Köln"]
    assert asked(isFallback=True) == ["Nur deutsch"]
    assert titles(ask(PROJECTS, locale="de", filter={"language": {"isFallback": True}})) == []


@pytest.fixture
def stages(city, time_machine):
    time_machine.move_to("2021-04-10", tick=False)
    StageFactory(parent=city.project, title="Äußere", kind="analysis", start_date="2021-03")
    StageFactory(parent=city.project, title="Alt", is_archived=True)


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({}, ["Erste", "Zweite", "Äußere"]),
        ({"status": ["COMPLETED"]}, ["Erste"]),
        ({"kind": ["ANALYSIS", "DECISION"]}, ["Äußere"]),
        ({"period": {"start": "2021-01-04", "end": "2021-03-31"}}, ["Erste", "Äußere"]),
        ({"archived": True}, ["Alt"]),
        ({"language": {"isFallback": True}}, []),
        ({"not": {"kind": ["ANALYSIS"]}}, ["Erste", "Zweite"]),
        ({"or": [{"kind": ["ANALYSIS"]}, {"status": ["COMPLETED"]}]}, ["Erste", "Äußere"]),
    ],
)
def test_stages_by_what_is_asked(ask, stages, statements, filter, expected):
    answer = ask(STAGES, filter=filter)

    assert titles(answer) == expected
    assert answer["data"]["stages"]["totalCount"] == len(expected)
    assert len(statements) == 1


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["TITLE_ASC"], ["Äußere", "Erste", "Zweite"]),
        (["TITLE_DESC"], ["Zweite", "Erste", "Äußere"]),
        (["START_DESC"], ["Zweite", "Äußere", "Erste"]),
        (["START_ASC"], ["Erste", "Äußere", "Zweite"]),
        (["POSITION"], ["Erste", "Zweite", "Äußere"]),
    ],
)
def test_stages_in_order(ask, stages, order, expected):
    assert titles(ask(STAGES, order=order)) == expected


def test_stages_and_events_of_an_initiative_that_can_be_read(ask, city, stages):
    ParticipationEventFactory(page=city.first, title="Umfrage")
    other = StageFactory(parent=VisionFactory(parent=city.programme), title="Andere")
    ParticipationEventFactory(page=other, title="Werkstatt")
    of_project = {"initiative": [str(city.project.translation_key)]}
    of_vision = {"initiative": [str(city.vision.translation_key)]}

    assert titles(ask(STAGES, filter=of_project)) == ["Äußere"]
    assert titles(ask(EVENTS, filter=of_vision)) == ["Umfrage"]
    assert titles(ask(EVENTS, filter={"initiative": [str(city.programme.translation_key)]})) == []

    city.vision.unpublish()

    assert "Erste" in titles(ask(STAGES, filter={}))
    assert titles(ask(STAGES, filter=of_vision)) == []
    assert titles(ask(EVENTS, filter=of_vision)) == []
    assert sorted(titles(ask(EVENTS, filter={"not": of_vision}))) == ["Umfrage", "Werkstatt"]
