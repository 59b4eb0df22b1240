"""What people try first: the README's query and GraphiQL's examples, asked of the demo."""

import json
import re
from pathlib import Path

import pytest

from graphql_api.http.examples import examples

ROOT = Path(__file__).parents[3]
README = ROOT.joinpath("README.md").read_text()
REFERENCE = ROOT / "docs/reference"
EXAMPLES = examples()


def block(language: str) -> str:
    """Give the README's one code block in a language."""
    [found] = re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)
    return found


def test_the_readmes_query_has_the_answer_it_shows(ask):
    assert ask(block("graphql")) == json.loads(block("json"))


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["title"] for example in EXAMPLES])
def test_an_example_has_an_answer(ask, example):
    answer = ask(example["query"])

    assert "errors" not in answer
    assert all(answer["data"].values())


def test_the_example_address_leads_to_a_page(ask):
    [route] = [example for example in EXAMPLES if "query Route" in example["query"]]

    assert ask(route["query"])["data"]["route"]["page"]["title"] == "Köln 21"


VARIABLES = {
    "path": "/de/",
    "locale": "en",
    "from": "2021-04-01T00:00:00Z",
    "until": "2021-05-01T00:00:00Z",
}


@pytest.mark.parametrize("name", ["languages", "lists", "seo", "site"])
def test_the_operations_of_a_reference_have_answers(ask, name):
    text = REFERENCE.joinpath(f"{name}.md").read_text()
    operations = re.findall(r"```graphql\n(.*?)```", text, flags=re.DOTALL)
    assert operations
    for operation in operations:
        asked = {key: value for key, value in VARIABLES.items() if f"${key}" in operation}
        answer = ask(operation, **asked)

        assert "errors" not in answer
        assert all(answer["data"].values())
