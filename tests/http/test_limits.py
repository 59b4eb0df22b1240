"""How much an operation may ask: told in headers, refused with a code, and never cut."""

import re
import timeit
from dataclasses import asdict
from pathlib import Path
from time import process_time

import pytest
from django.core.checks import CheckMessage
from graphql import get_introspection_query

from graphql_api import conf
from graphql_api.checks import check_settings
from graphql_api.limits import weights
from graphql_api.preparation import extension, prepared, validation
from graphql_api.preparation.cache import PreparedCache

REFERENCE = (Path(__file__).parents[2] / "docs/reference/limits.md").read_text()
LARGEST = (Path(__file__).parent / "largest.graphql").read_text()
INTROSPECTION = get_introspection_query(
    specified_by_url=True,
    directive_is_repeatable=True,
    schema_description=True,
    input_value_deprecation=True,
    one_of=True,
)
LIMITS = (
    "document-size=30000, tokens=3000, depth=15, aliases=30, directives=50,"
    " root-fields=20, cost=100000"
)
CONDITIONS = "query($filter: ProjectFilter) { projects(filter: $filter) { totalCount } }"
NODES = "query($n: Int = 50) { projects(first: $n) { totalCount nodes { id title } } }"
SECONDS_OF_A_BOMB = 0.1


def nested(depth: int) -> str:
    """Give an operation of a depth."""
    above = depth - 3
    return "{ programme { " + "parent { " * above + "ancestors { id } " + "} " * above + "} }"


def filtered(depth: int) -> dict:
    """Give a filter of a depth: an object, a list and an object again, and so on."""
    return {"citywide": True} if depth <= 2 else {"and": [filtered(depth - 2)]}


@pytest.fixture
def refusal(post):
    """Ask too much, and give what is said of it."""

    def refusal(query: str, **variables: object) -> dict:
        [error] = post({"query": query, "variables": variables}).json()["errors"]
        assert "data" not in error
        return error["extensions"]

    return refusal


@pytest.mark.parametrize(
    ("query", "code", "limit", "actual"),
    [
        (f"{{ __typename }} #{'.' * 30_000}", "DOCUMENT_SIZE_EXCEEDED", 30_000, 30_016),
        (f"{{ __typename }} #{'ä' * 15_000}", "DOCUMENT_SIZE_EXCEEDED", 30_000, 30_016),
        ("{" + " __typename" * 2_999 + "}", "DOCUMENT_SIZE_EXCEEDED", 30_000, 32_991),
        ("{" + " a" * 2_999 + "}", "TOKENS_EXCEEDED", 3_000, None),
        ("{" + "\n#" * 3_001 + "a}", "TOKENS_EXCEEDED", 3_000, None),
        (nested(16), "DEPTH_EXCEEDED", 15, 16),
        ("{a" * 1_000 + "}" * 1_000, "DEPTH_EXCEEDED", 15, None),
        ("{a(b:" + "[" * 1_400 + "]" * 1_400 + ")}", "DEPTH_EXCEEDED", 15, None),
        ("{a(b:" + "{a:" * 700 + "1" + "}" * 700 + ")}", "DEPTH_EXCEEDED", 15, None),
        ("query($a:" + "[" * 1_400 + "Int" + "]" * 1_400 + "){a}", "DEPTH_EXCEEDED", 15, None),
        ("{a(b:" + "[" * 15 + "1" + "]" * 15 + ")}", "DEPTH_EXCEEDED", 15, 16),
        ("{" + " ".join(f"a{n}: __typename" for n in range(31)) + "}", "ALIASES_EXCEEDED", 30, 31),
        ("{ programme {" + " title" * 32 + "} }", "ALIASES_EXCEEDED", 30, 31),
        ("{ __typename " + "@x " * 51 + "}", "DIRECTIVES_EXCEEDED", 50, 51),
        ("{" + " ".join(f"f{n}" for n in range(21)) + "}", "ROOT_FIELDS_EXCEEDED", 20, 21),
        (
            "{ projects(first: 100) { nodes { visions { projects(first: 100) {"
            " nodes { visions { title } } } } } } }",
            "COST_EXCEEDED",
            100_000,
            375_250,
        ),
    ],
)
def test_too_much_is_refused_with_the_limit_and_what_was_asked(refusal, query, code, limit, actual):
    extensions = {"code": code, "limit": limit, "actual": actual}

    assert refusal(query) == {name: value for name, value in extensions.items() if value}


def test_a_refusal_says_in_words_what_was_too_much(post):
    response = post({"query": nested(16)}, Accept="application/graphql-response+json")

    assert response.status_code == 400
    assert response.json() == {
        "errors": [
            {
                "message": "Limit exceeded: depth 16, at most 15.",
                "extensions": {"code": "DEPTH_EXCEEDED", "limit": 15, "actual": 16},
            }
        ]
    }


def test_what_is_just_allowed_is_answered(ask, city):
    assert "errors" not in ask(nested(15))
    assert "errors" not in ask(CONDITIONS, filter=filtered(14))


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DOCUMENT_SIZE", 20, "DOCUMENT_SIZE_EXCEEDED"),
        ("TOKENS", 5, "TOKENS_EXCEEDED"),
        ("DEPTH", 2, "DEPTH_EXCEEDED"),
        ("ALIASES", 0, "ALIASES_EXCEEDED"),
        ("DIRECTIVES", 0, "DIRECTIVES_EXCEEDED"),
        ("ROOT_FIELDS", 0, "ROOT_FIELDS_EXCEEDED"),
        ("COST", 10, "COST_EXCEEDED"),
    ],
)
def test_each_limit_is_a_setting(ask, refusal, city, settings, name, value, code):
    query = "{ all: visions { nodes { title @skip(if: false) } } }"
    assert "errors" not in ask(query)

    setattr(settings, f"GRAPHQL_API_MAX_{name}", value)
    assert refusal(query)["code"] == code


@pytest.mark.parametrize("name", ["TOKENS", "DEPTH", "COST", "SECONDS", "BODY_SIZE"])
@pytest.mark.parametrize("value", [0, -1, "many", None])
def test_a_limit_is_a_number(settings, name, value):
    setattr(settings, f"GRAPHQL_API_MAX_{name}", value)

    [message] = check_settings()
    assert isinstance(message, CheckMessage)
    assert (message.id, message.msg) == (
        "graphql_api.E008",
        f"GRAPHQL_API_MAX_{name} is {value!r}, which is no number above 0.",
    )


def test_answers_tell_what_they_used_and_what_they_may(post, city):
    response = post({"query": "{ visions(first: 2) { nodes { title stages { title } } } }"})

    assert response.headers["X-GraphQL-Limits"] == LIMITS
    assert response.headers["X-GraphQL-Usage"] == (
        "document-size=58, tokens=18, depth=4, aliases=0, directives=0, root-fields=1, cost=66"
    )


def test_refusals_tell_it_too(post):
    response = post({"query": nested(16)})

    assert response.headers["X-GraphQL-Limits"] == LIMITS
    assert "depth=16" in response.headers["X-GraphQL-Usage"]


@pytest.mark.parametrize(
    ("variables", "cost"),
    [
        ({}, 50 + 1 + 50 * 3),
        ({"n": None}, 50 + 1 + 20 * 3),
        ({"n": 100}, 50 + 1 + 100 * 3),
        ({"n": 0}, 50 + 1),
        ({"n": -5}, 50 + 1),
        ({"n": "many"}, 50 + 1 + 20 * 3),
        ({"n": 2**60}, 2**53 - 1),
    ],
)
def test_the_cost_is_that_of_the_variables(post, variables, cost):
    header = post({"query": NODES, "variables": variables}).headers["X-GraphQL-Usage"]

    assert int(header.rpartition("=")[2]) == cost


@pytest.mark.parametrize("depth", [16, 500, 1_000])
def test_filters_in_variables_are_not_deeper_than_fields(post, depth):
    around = (depth - 2) // 2
    deep = '{"and": [' * around + '{"citywide": true}' + "]}" * around
    body = f'{{"query": "{CONDITIONS}", "variables": {{"filter": {deep}}}}}'

    [error] = post(body.encode()).json()["errors"]
    assert error["extensions"] == {"code": "DEPTH_EXCEEDED", "limit": 15, "actual": depth}


@pytest.mark.parametrize("wide", [{"or": [{"actor": ["x"]}] * 5_000}, {"or": [{}] * 10_000}])
def test_filters_in_variables_cost_by_their_conditions(refusal, wide):
    assert refusal(CONDITIONS, filter=wide)["code"] == "COST_EXCEEDED"


def test_orders_cost_by_their_number(refusal):
    query = "query($order: [InitiativeOrder!]) { projects(order: $order) { totalCount } }"

    assert refusal(query, order=["TITLE_ASC"] * 6_000)["code"] == "COST_EXCEEDED"


def test_the_largest_operations_of_frontends_are_answered(post, city):
    path = "/de/stadt-der-zukunft/koeln-21/"

    response = post({"query": LARGEST, "variables": {"path": path}})

    usage = dict(part.split("=") for part in response.headers["X-GraphQL-Usage"].split(", "))
    assert int(usage["tokens"]) >= 1_850
    assert int(usage["depth"]) >= 14
    assert int(usage["aliases"]) >= 11
    assert LARGEST.count("\nfragment ") >= 28
    assert "errors" not in response.json()
    assert response.json()["data"]["route"]["page"]["title"] == "Köln 21"


def test_tools_read_the_schema(ask, settings):
    settings.GRAPHQL_API_INTROSPECTION = True

    assert len(ask(INTROSPECTION)["data"]["__schema"]["types"]) > 100


def test_questions_about_the_schema_do_not_explode(ask, settings):
    settings.GRAPHQL_API_INTROSPECTION = True
    deep = "fields { type { " * 4
    query = f"{{ __schema {{ types {{ {deep} name {'} ' * 8} }} }} }}"

    answer = ask(query)

    assert "data" not in answer
    assert {error["message"] for error in answer["errors"]} == {
        "Maximum introspection depth exceeded"
    }


BOMBS = {
    "doubling": "{ ...F0 }"
    + "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(95))
    + " fragment F95 on Query { __typename }",
    "doubling below aliases": "{ ...F0 }"
    + "".join(
        f" fragment F{n} on Page {{ a: parent {{ ...F{n + 1} }} b: parent {{ ...F{n + 1} }} }}"
        for n in range(95)
    )
    + " fragment F95 on Page { id }",
    "doubling with a variable": "query($n: Int) { ...F0 }"
    + "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(95))
    + " fragment F95 on Query { projects(first: $n) { nodes { id } } }",
    "chained": "{ ...F0 }"
    + "".join(f" fragment F{n} on Query {{ ...F{n + 1} }}" for n in range(350))
    + " fragment F350 on Query { __typename }",
    "in a circle": "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }",
    "directives": "{ __typename" + " @skip(if: true)" * 480 + "}",
}


def test_fields_are_not_compared_with_each_other_before_they_are_counted(refusal, monkeypatch):
    def validated(*args, **kwargs):
        raise AssertionError

    monkeypatch.setattr("graphql_api.preparation.validation.validate_document", validated)
    query = "{ programme {" + " parent { title }" * 590 + "} }"

    assert refusal(query) == {"code": "ALIASES_EXCEEDED", "limit": 30, "actual": 589}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_at_once(ask, bomb):
    answer = ask(bomb)

    taken = timeit.repeat(lambda: ask(bomb), number=1, repeat=3, timer=process_time)
    assert min(taken) < SECONDS_OF_A_BOMB
    assert answer["errors"][0]["extensions"]["code"].endswith(("_EXCEEDED", "_ERROR"))
    assert "data" not in answer


@pytest.fixture
def parsings(monkeypatch) -> list[str]:
    """Note what is parsed, beginning with nothing at hand."""
    seen: list[str] = []
    parse = prepared.parse
    monkeypatch.setattr(extension, "_cache", PreparedCache())
    monkeypatch.setattr(
        prepared, "parse", lambda query, **options: seen.append(query) or parse(query, **options)
    )
    return seen


def test_an_operation_is_parsed_and_validated_once(ask, city, parsings, monkeypatch):
    answer = ask(NODES)
    monkeypatch.delattr(validation, "validate_document")

    assert ask(NODES, n=3) == answer
    assert parsings == [NODES]


def test_what_is_refused_is_not_kept(ask, parsings):
    for query in ("{ zzz }", nested(16)):
        ask(query)
        ask(query)

    assert parsings == ["{ zzz }"] * 2 + [nested(16)] * 2


def test_an_operation_that_is_at_hand_obeys_the_settings(ask, settings):
    query = "{ __schema { queryType { name } } }"
    settings.GRAPHQL_API_INTROSPECTION = True
    assert "errors" not in ask(query)

    settings.GRAPHQL_API_INTROSPECTION = False
    assert ask(query)["errors"][0]["extensions"] == {"code": "INTROSPECTION_DISABLED"}


def test_an_operation_that_is_at_hand_is_measured_with_its_variables(ask, refusal, city):
    assert "errors" not in ask(NODES, n=5)

    assert refusal(NODES, n=2**20)["code"] == "COST_EXCEEDED"


def test_the_last_used_operations_are_kept(ask, settings, parsings):
    first, second, third = (f"query Q{n} {{ __typename }}" for n in range(3))
    settings.GRAPHQL_API_CACHED_TOKENS = 10  # each has five

    for query in (first, second, first, third, first, second):
        ask(query)

    assert parsings == [first, second, third, second]


def test_nothing_is_kept_where_nothing_may_be(ask, settings, parsings):
    settings.GRAPHQL_API_CACHED_TOKENS = 0

    assert ask(NODES) == ask(NODES)
    assert len(parsings) == 2


def rows(text: str, heading: str) -> list[list[str]]:
    """Read a table of Markdown, without what it is headed by."""
    table = text[text.index(heading) :].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def test_the_reference_names_each_limit_with_its_setting_and_its_code(settings):
    del settings.GRAPHQL_API_MAX_SECONDS
    expected = {
        f"GRAPHQL_API_MAX_{name.upper()}": (limit, f"{name.upper()}_EXCEEDED")
        for name, limit in {
            **asdict(conf.limits()),
            "page_size": conf.max_page_size(),
            "seconds": conf.max_seconds(),
        }.items()
    }
    expected["GRAPHQL_API_MAX_BODY_SIZE"] = (conf.max_body_size(), "BODY_TOO_LARGE")
    named = {
        setting.strip("`"): (int(limit.split()[0].replace(",", "")), code.split("`")[1])
        for _what, limit, setting, code in rows(REFERENCE, "| limit | at most")
        if setting
    }

    assert named == expected


def test_the_reference_names_each_weight():
    written = dict(rows(REFERENCE, "| what | cost"))

    assert written == {
        "a field": "1",
        "a list with pages, such as `projects`": str(weights.CONNECTION),
        **{f"`{name}`": str(weight) for name, weight in weights.WEIGHTS.items()},
        "each value in `filter` and `order`": str(weights.CONDITION),
    }
    assert weights.CONDITIONS == ("filter", "order")


def test_the_reference_names_each_length():
    _slices, pages, *written = rows(REFERENCE, "| list | length")

    assert pages[1] == f"{conf.page_size()}, which is `GRAPHQL_API_PAGE_SIZE`"
    assert dict(written) == {
        **{f"`{name}`": str(length) for name, length in weights.LENGTHS.items()},
        "any other": str(weights.LENGTH),
    }


def test_the_example_of_the_reference_costs_what_it_says(post, city):
    [query] = re.findall(r"```graphql\n(.*?)```", REFERENCE, re.DOTALL)
    [cost] = re.findall(r"this costs (\d+)", REFERENCE)

    response = post({"query": query})

    assert response.headers["X-GraphQL-Usage"].endswith(f"cost={cost}")
    assert "errors" not in response.json()


def test_only_one_type_of_several_counts(post):
    cost = '{ page(by: {path: "/"}) { ... on Vision { motto scope } ... on Project { citywide } } }'

    assert post({"query": cost}).headers["X-GraphQL-Usage"].endswith("cost=3")
