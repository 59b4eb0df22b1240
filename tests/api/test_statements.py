"""How many statements an operation needs: one, and one for each level of what it names."""

import pytest

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


@pytest.mark.parametrize("root", [root for root, asked in ROOTS.items() if asked])
def test_a_root_field_needs_one_statement_and_one_for_each_level(ask, city, statements, root):
    question = str(Question({root: ROOTS[root][:1]}))
    asked = variables(city, city.secret_project if root == "project" else city.secret_vision)
    small = ask(question, **asked)
    few = len(statements)
    grow(city)
    statements.clear()

    large = ask(question, **asked)

    assert "errors" not in small | large
    assert len(str(large)) > len(str(small)) or root in {"strategy", "strategicGoal", "site"}
    assert len(statements) == few <= 1 + LEVELS.get(root, 2)
