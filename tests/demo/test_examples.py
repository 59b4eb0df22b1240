"""What people try first: the README's query and GraphiQL's examples, asked of the demo."""

import json
import re
from pathlib import Path

import pytest

from graphql_api.http.examples import examples

pytestmark = pytest.mark.usefixtures("demo")

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("name", ["languages", "seo", "site"])
def test_the_operation_of_a_reference_has_an_answer(ask, name):
    text = REFERENCE.joinpath(f"{name}.md").read_text()
    [operation] = re.findall(r"```graphql\n(.*?)```", text, flags=re.DOTALL)
    variables = {"path": "/de/", "locale": "en"}

    answer = ask(operation, **{key: variables[key] for key in variables if f"${key}" in operation})

    assert "errors" not in answer
    assert all(answer["data"].values())
