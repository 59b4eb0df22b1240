"""How the API reads: few statements, plans that stay where they may, no more than is asked."""

import pytest
from django.db import connection

from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.api.linked_city import LinkedCity, linked_city

PAGE = "query($path: String!) { page(by: {path: $path}) { title parent { title } } }"
LIST = '{ projects(filter: {status: [RUNNING]}, order: [TITLE_ASC], locale: "en") { totalCount } }'
TEASERS = "{ visions { nodes { title summary currentStage { title } contacts { name } } } }"
BODIES = "{ visions { nodes { title body { id } currentStage { title } } } }"


@pytest.fixture(scope="module")
def city(home) -> LinkedCity:
    return linked_city(home)


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


def test_look_ups_and_lists_are_planned_once(ask, city, statements):
    path = f"/de/{city.vision.url_path.split('/', 2)[2]}"

    for _ in range(2):
        assert ask(PAGE, path=path)["data"]["page"]["title"] == city.vision.title
        assert "errors" not in ask(LIST)

    found, parent, listed = statements[:3]
    assert statements == 2 * [found, parent, listed]
    assert "row_number()" in listed
    kept = " ".join(prepared())
    assert "d.path = ANY" in kept
    assert "d.key = ANY" in kept
    assert "row_number()" in kept


def test_through_a_draft_only_look_ups_are_planned_once(ask, city):
    path = f"/de/{city.vision.url_path.split('/', 2)[2]}"
    headers = {"X-Preview-Token": token(store(city.vision, None))}

    for _ in range(2):
        assert "errors" not in ask(PAGE, path=path, headers=headers)
        assert "errors" not in ask(LIST, headers=headers)

    kept = " ".join(one for one in prepared() if "/* graphql_api_preview */" in one)
    assert "d.path = ANY" in kept
    assert "row_number()" not in kept


def test_a_connection_that_prepares_nothing_gives_the_same(ask, city, monkeypatch):
    path = f"/de/{city.vision.url_path.split('/', 2)[2]}"
    answer = ask(PAGE, path=path)
    monkeypatch.setattr(connection.connection, "prepare_threshold", None)

    assert ask(PAGE, path=path) == answer


def test_only_documents_whose_texts_are_asked_are_read_whole(ask, city, statements):
    assert "errors" not in ask(TEASERS)
    teasers = statements.copy()
    statements.clear()
    assert "errors" not in ask(BODIES)

    assert [whole(statement) for statement in teasers] == [False, False]
    assert [whole(statement) for statement in statements] == [True, False]


def whole(statement: str) -> bool:
    [condition] = {
        part.split(" THEN ")[0] for part in statement.split("CASE WHEN ") if "THEN d.data" in part
    } - {"FALSE"} or {"FALSE"}
    return condition != "FALSE"
