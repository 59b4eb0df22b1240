"""Lists: pages, counts, filters, orders, and what is refused."""

import pytest

from tests.factories import (
    ActorFactory,
    DistrictFactory,
    FieldOfActionFactory,
    ProjectFactory,
    StrategicGoalFactory,
    VisionFactory,
)
from vision_pages.models import ProjectActor, ProjectLocation
from vision_pages.models.actor import Role

TITLES = """query($filter: ProjectFilter, $order: [InitiativeOrder!], $first: Int, $after: String,
  $last: Int, $before: String, $offset: Int) {
  projects(filter: $filter, order: $order, first: $first, after: $after, last: $last,
    before: $before, offset: $offset) {
    totalCount edges { cursor node { title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


def titles(answer: dict) -> list[str]:
    return [edge["node"]["title"] for edge in answer["data"]["projects"]["edges"]]


@pytest.fixture
def projects(city):
    """Six projects in the order of the tree; the first is the city's own."""
    return [
        ProjectFactory(parent=city.index, title=title, serves=[city.vision])
        for title in ("oben", "Zebra", "Äpfel", "Öl", "Apfel")
    ]


def test_titles_are_ordered_as_in_a_german_dictionary(ask, projects):
    answer = ask(TITLES, order=["TITLE_ASC"])

    assert titles(answer) == ["Apfel", "Äpfel", "oben", "Öl", "Standortmarke Köln", "Zebra"]
    assert titles(ask(TITLES, order=["TITLE_DESC"])) == titles(answer)[::-1]


def test_pages_forward_and_backward(ask, projects, statements):
    first = ask(TITLES, first=2)
    info = first["data"]["projects"]["pageInfo"]
    second = ask(TITLES, first=2, after=info["endCursor"])
    last = ask(TITLES, last=2)
    before = ask(TITLES, last=3, before=last["data"]["projects"]["pageInfo"]["startCursor"])

    assert titles(first) == ["Standortmarke Köln", "oben"]
    assert (info["hasNextPage"], info["hasPreviousPage"]) == (True, False)
    assert titles(second) == ["Zebra", "Äpfel"]
    assert titles(last) == ["Öl", "Apfel"]
    assert last["data"]["projects"]["pageInfo"]["hasNextPage"] is False
    assert titles(before) == ["oben", "Zebra", "Äpfel"]
    assert titles(ask(TITLES, first=2, offset=4)) == ["Öl", "Apfel"]
    assert {one["data"]["projects"]["totalCount"] for one in (first, second, last)} == {6}
    assert len(statements) == 5


@pytest.mark.parametrize("order", [None, ["TITLE_ASC"], ["START_DESC"]])
@pytest.mark.parametrize("first", [0, 1, 4, 6, 9])
def test_a_list_that_is_not_counted_is_the_same(ask, projects, order, first):
    cursors = [edge["cursor"] for edge in ask(TITLES)["data"]["projects"]["edges"]]
    for given in (
        {"first": first},
        {"first": first, "after": cursors[2]},
        {"first": first, "before": cursors[3]},
        {"first": first, "after": cursors[0], "before": cursors[4]},
        {"first": first, "offset": 5},
        {"first": first, "offset": 6},
        {"last": first},
    ):
        counted = ask(TITLES, order=order, **given)
        del counted["data"]["projects"]["totalCount"]
        assert ask(TITLES.replace("totalCount", ""), order=order, **given) == counted


def test_what_nobody_asks_for_is_not_counted(ask, projects, statements):
    ask("{ projects(first: 2) { nodes { title } } }")
    ask(
        "{ projects(first: 2) { ...Counted nodes { title } } } "
        "fragment Counted on ProjectConnection { totalCount }"
    )

    assert ["count(*)" in statement for statement in statements] == [False, True]


def test_a_page_of_visions(ask, city):
    query = """{ visions(first: 1, order: [TITLE_DESC]) { totalCount edges { cursor node { title } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""

    answer = ask(query)["data"]["visions"]

    cursor = answer["edges"][0]["cursor"]
    info = {"startCursor": cursor, "endCursor": cursor}
    assert answer == {
        "totalCount": 2,
        "edges": [{"cursor": cursor, "node": {"title": "Verwaltung"}}],
        "pageInfo": {"hasNextPage": True, "hasPreviousPage": False, **info},
    }


@pytest.mark.parametrize(("first", "offset"), [(0, None), (3, 99)])
def test_an_empty_page_still_knows_the_total(ask, projects, first, offset):
    answer = ask(TITLES, first=first, offset=offset)["data"]["projects"]

    assert (answer["totalCount"], answer["edges"]) == (6, [])


def test_last_of_nothing_is_empty(ask, projects):
    answer = ask(TITLES, last=0)["data"]["projects"]

    assert (answer["totalCount"], answer["edges"]) == (6, [])


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"first": 101}, "PAGE_SIZE_EXCEEDED"),
        ({"last": 101}, "PAGE_SIZE_EXCEEDED"),
        ({"first": -1}, "INVALID_ARGUMENT"),
        ({"offset": -1}, "INVALID_ARGUMENT"),
        ({"first": 1, "last": 1}, "INVALID_ARGUMENT"),
        ({"after": "x"}, "INVALID_CURSOR"),
        ({"after": "b2Zmc2V0OmE="}, "INVALID_CURSOR"),
        ({"before": "ä"}, "INVALID_CURSOR"),
        ({"after": "b2Zmc2V0Oi01"}, "INVALID_CURSOR"),
        ({"after": "b2Zmc2V0Ojk5OTk5OTk5OTk5OTk5OTk5OTk5"}, "INVALID_CURSOR"),
        ({"offset": 2147483647}, None),
    ],
)
def test_what_cannot_be_given_is_refused(ask, projects, statements, variables, code):
    answer = ask(TITLES, **variables)

    assert [error["extensions"]["code"] for error in answer.get("errors", [])] == [
        one for one in [code] if one
    ]
    assert len(statements) == (0 if code else 1)


@pytest.fixture
def varied(city):
    field = FieldOfActionFactory(name="Mobilität", code="mobilitaet")
    goal = StrategicGoalFactory(name="Bildung", code="3")
    district = DistrictFactory(name="Kalk", code="kalk")
    actor = ActorFactory(name="Universität", code="universitaet")
    other = VisionFactory(parent=city.programme, title="Andere")
    first = ProjectFactory(
        parent=city.index,
        title="Erstes",
        serves=[other],
        start_date="2001",
        end_date="2002",
        participation_level="decision",
    )
    first.citywide = False
    first.fields_of_action.set([field])
    first.strategic_goals.set([goal])
    first.locations.add(ProjectLocation(label="Platz", district=district, locale=first.locale))
    first.actors.add(ProjectActor(actor=actor, role=Role.PARTNER))
    first.save_revision().publish()
    common = {"parent": city.index, "serves": [city.vision]}
    ProjectFactory(title="Zweites", citywide=True, start_date="2002-06", **common)
    ProjectFactory(title="Altes", is_archived=True, **common)
    return other


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({}, ["Standortmarke Köln", "Erstes", "Zweites"]),
        ({"status": ["COMPLETED"]}, ["Erstes"]),
        ({"status": ["RUNNING", "COMPLETED"]}, ["Erstes", "Zweites"]),
        ({"fieldOfAction": ["mobilitaet", "anderes"]}, ["Erstes"]),
        ({"fieldOfAction": []}, []),
        ({"vision": ["keine"]}, []),
        ({"goal": ["3"]}, ["Erstes"]),
        ({"district": ["kalk"]}, ["Erstes"]),
        ({"actor": ["universitaet"]}, ["Erstes"]),
        ({"participationLevel": ["DECISION"]}, ["Erstes"]),
        ({"citywide": True}, ["Standortmarke Köln", "Zweites"]),
        ({"citywide": False}, ["Erstes"]),
        ({"archived": True}, ["Altes"]),
        ({"period": {"start": "2002-07-01"}}, ["Erstes", "Zweites"]),
        ({"period": {"start": "2003-01-01"}}, ["Zweites"]),
        ({"period": {"end": "2002-05-31"}}, ["Erstes"]),
        ({"not": {"status": ["COMPLETED"]}}, ["Standortmarke Köln", "Zweites"]),
        ({"or": [{"citywide": False}, {"period": {"start": "2003-01-01"}}]}, ["Erstes", "Zweites"]),
        ({"and": [{"citywide": True}, {"goal": ["3"]}]}, []),
        ({"status": ["COMPLETED"], "or": [{"citywide": True}]}, []),
    ],
)
def test_filters(ask, varied, statements, filter, expected):
    answer = ask(TITLES, filter=filter)

    assert titles(answer) == expected
    assert answer["data"]["projects"]["totalCount"] == len(expected)
    assert len(statements) == 1


def test_projects_of_a_vision(ask, varied):
    answer = ask(TITLES, filter={"vision": [str(varied.translation_key)]})

    assert titles(answer) == ["Erstes"]


@pytest.mark.parametrize("value", ["'; DROP TABLE graphql_api_document; --", "%s", "%(now)s", "\\"])
def test_values_never_become_sql(ask, varied, value):
    answer = ask(TITLES, filter={"fieldOfAction": [value], "goal": [value]})

    assert titles(answer) == []
