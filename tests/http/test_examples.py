"""The example queries that GraphiQL offers."""

import pytest

from graphql_api.http.examples import FOLDER, examples
from tests.factories import FieldOfActionFactory, StrategicGoalFactory

EXAMPLES = examples()


@pytest.fixture
def terms(city):
    StrategicGoalFactory()
    FieldOfActionFactory()


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["title"] for example in EXAMPLES])
def test_it_is_answered_without_error(ask, terms, example):
    answer = ask(example["query"])

    assert "errors" not in answer
    assert all(answer["data"].values())


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_its_first_line_is_its_title(path):
    title = path.read_text().partition("\n")[0]

    assert path.suffix == ".graphql"
    assert title.startswith("# ")


def test_titles_differ():
    assert len({example["title"] for example in EXAMPLES}) == len(EXAMPLES)
