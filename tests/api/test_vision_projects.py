"""The projects of a vision: no more are read than a page has, and each page is the same."""

import pytest

from tests.factories import ProjectFactory, VisionFactory

TITLES = """query($first: Int, $after: String, $last: Int, $before: String) {
  visions { nodes { title projects(first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }"""
SEVERAL = """{ visions { nodes {
  one: projects(first: 1) { ...Page } three: projects(first: 3) { ...Page }
  whole: projects(first: 2) { nodes { title body { __typename } } }
  all: projects { totalCount }
} } }
fragment Page on VisionProjectConnection { nodes { title } pageInfo { hasNextPage } }"""


@pytest.fixture
def projects(city):
    """Seven projects of one vision, the third archived; one of them and another of a second."""
    titles = ["oben", "Zebra", "Äpfel", "Öl", "Apfel", "Haus"]
    made = [
        ProjectFactory(parent=city.index, title=title, serves=[city.vision]) for title in titles
    ]
    made[1].is_archived = True
    made[1].save_revision().publish()
    other = VisionFactory(parent=city.programme, title="Wasser")
    ProjectFactory(parent=city.index, title="Beides", serves=[city.vision, other])
    ProjectFactory(parent=city.index, title="Rhein", serves=[other])
    return made


def pages(answer: dict) -> dict[str, list[str]]:
    return {
        vision["title"]: [edge["node"]["title"] for edge in vision["projects"]["edges"]]
        for vision in answer["data"]["visions"]["nodes"]
    }


@pytest.mark.parametrize("first", [0, 1, 3, 6, 7, 9])
def test_a_page_is_the_same_whether_or_not_all_are_counted(ask, projects, first):
    all_of_them = ask(TITLES)["data"]["visions"]["nodes"][0]["projects"]["edges"]
    cursors = [edge["cursor"] for edge in all_of_them]
    for given in (
        {"first": first},
        {"first": first, "after": cursors[1]},
        {"first": first, "after": cursors[-1]},
        {"first": first, "before": cursors[3]},
        {"first": first, "after": cursors[0], "before": cursors[4]},
        {"last": first},
    ):
        counted = ask(TITLES, **given)
        for vision in counted["data"]["visions"]["nodes"]:
            del vision["projects"]["totalCount"]
        assert ask(TITLES.replace("totalCount", ""), **given) == counted, given


def test_each_vision_has_its_own_first_projects(ask, projects):
    answer = ask(TITLES.replace("totalCount", ""), first=3)

    assert pages(answer) == {
        "Köln 21": ["Standortmarke Köln", "oben", "Äpfel"],
        "Verwaltung": [],
        "Wasser": ["Beides", "Rhein"],
    }


def test_pages_of_several_sizes_are_read_at_once(ask, projects, statements):
    [vision, *_others] = ask(SEVERAL)["data"]["visions"]["nodes"]

    assert vision == {
        "one": {"nodes": [{"title": "Standortmarke Köln"}], "pageInfo": {"hasNextPage": True}},
        "three": {
            "nodes": [{"title": "Standortmarke Köln"}, {"title": "oben"}, {"title": "Äpfel"}],
            "pageInfo": {"hasNextPage": True},
        },
        "whole": {
            "nodes": [{"title": "Standortmarke Köln", "body": []}, {"title": "oben", "body": []}]
        },
        "all": {"totalCount": 7},
    }
    assert len(statements) == 2


@pytest.mark.parametrize("locale", ["de", "en"])
def test_no_more_are_read_than_the_page_has(ask, projects, statements, locale):
    query = "query($locale: LocaleCode) { visions(first: 1, locale: $locale) { nodes { %s } } }"
    ask(query % "projects(first: 2) { nodes { title } }", locale=locale)

    assert len(statements) == 2
    assert "LIMIT asked.most" in statements[1]
