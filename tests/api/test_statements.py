"""How many statements an operation needs: one, and one for each level of what it names."""

import pytest

from benchmarks.contenders import OURS
from tests.api.conftest import Ask
from tests.api.everything import ROOTS, Question
from tests.api.leaks import variables
from tests.api.linked_city import LinkedCity, linked_city
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    FieldOfActionFactory,
    ProjectFactory,
    StageFactory,
    StrategicGoalFactory,
    StrategyFactory,
    VisionFactory,
)
from vision_pages.models import VisionLink

pytestmark = pytest.mark.usefixtures("unlimited")

# What is asked names other things, and where a stage stands among those it names is a level more;
# a site names its settings first, and reads its sitemap and its redirects by themselves; a search
# looks up words before it finds anything. A page that lists others, as the index of projects, reads
# its list by itself: to search engines it names it. A list counts its facets by itself.
LISTS = dict.fromkeys(["visions", "projects", "stages", "participationEvents"], 3)
LEVELS = LISTS | {"search": 3, "site": 6, "leitbildHistory": 3, "nodes": 4}
Counts = dict[str, int]
ASKED = [root for root, paths in ROOTS.items() if paths]
# What names one thing alone, of which there is no more in a larger city.
THE_SAME = {"strategy", "strategicGoal", "site"}


@pytest.fixture(scope="module")
def city(home) -> LinkedCity:
    return linked_city(home)


def grow(city: LinkedCity) -> None:
    """Add more of everything, named by what there was."""
    found = city.read_again()
    for _ in range(4):
        vision = VisionFactory(parent=found.programme, contacts=[ContactPointFactory()])
        StageFactory(parent=vision)
        StageFactory(parent=found.vision)
        ProjectFactory(parent=found.index, serves=[found.vision, vision])
        found.vision.linked_visions.add(VisionLink(target=vision))
        found.vision.fields_of_action.add(FieldOfActionFactory())
        found.vision.strategies.add(StrategyFactory())
        found.vision.strategic_goals.add(StrategicGoalFactory())
        ActorFactory()
        DistrictFactory()
    found.vision.save_revision().publish()


def asked(ask: Ask, city: LinkedCity, statements: list[str]) -> tuple[Counts, Counts]:
    """Give how long the answer of each root field is, and how many statements it needed."""
    lengths, counts = {}, {}
    for root in ASKED:
        about = city.secret_project if root == "project" else city.secret_vision
        statements.clear()
        answer = ask(str(Question({root: ROOTS[root][:1]})), **variables(city, about))
        assert "errors" not in answer, (root, answer["errors"])
        lengths[root], counts[root] = len(str(answer)), len(statements)
    return lengths, counts


def test_a_root_field_needs_one_statement_and_one_for_each_level(ask, city, statements):
    short, few = asked(ask, city, statements)
    grow(city)

    long, many = asked(ask, city, statements)

    assert {root for root in ASKED if long[root] <= short[root]} <= THE_SAME
    assert many == few
    assert [root for root in ASKED if few[root] > 1 + LEVELS.get(root, 2)] == []


def measured(ask: Ask, city: LinkedCity, statements: list[str]) -> tuple[Counts, Counts]:
    """Give how long the answers are that benchmarks ask for, and how many statements they need."""
    path = f"/de/{city.vision.url_path.split('/', 2)[2]}"
    given = {"path": path, "field": city.vision.fields_of_action.first().code, "text": "Vision"}
    lengths, counts = {}, {}
    for name, query in (OURS.operations() | OURS.operations("growth")).items():
        statements.clear()
        answer = ask(query, **{key: value for key, value in given.items() if f"${key}" in query})
        assert "errors" not in answer, (name, answer["errors"])
        lengths[name], counts[name] = len(str(answer)), len(statements)
    return lengths, counts


def test_what_is_measured_needs_the_same_statements_in_any_city(ask, city, statements):
    short, few = measured(ask, city, statements)
    grow(city)

    long, many = measured(ask, city, statements)

    # No more projects are of the field that is asked for.
    assert [name for name in short if long[name] <= short[name]] == ["FilteredList"]
    # Which words there are may be known from before.
    assert max(few.pop("Search"), many.pop("Search")) <= 3
    assert many == few == {"Q1": 2, "Q2": 2, "Q3": 3, "FilteredList": 1, "CountedList": 1}
