"""How operations come in, and what their answers look like on the wire."""

from unittest.mock import ANY

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

JSON = "application/json"
RESPONSE = "application/graphql-response+json"

ASKED = """query Count { visions { totalCount } }
query Title { vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { title } }"""
MANY = "Must provide operation name if query contains multiple operations."
COUNT = "{ visions { totalCount } }"
COUNTED = {"data": {"visions": {"totalCount": 2}}}
SCOPED = "query($scope: [Scope!]) { visions(filter: {scope: $scope}) { nodes { title } } }"
UNKNOWN = {
    "message": "Cannot query field 'zzz' on type 'Query'.",
    "locations": [{"line": 1, "column": 3}],
    "extensions": {"code": "VALIDATION_ERROR"},
}


def refused(code: str, message: str) -> dict:
    """Give an error as an answer tells it; requests that carry no operation have an id."""
    request_id = {} if code == "VALIDATION_ERROR" else {"requestId": ANY}
    return {"errors": [{"message": message, "extensions": {"code": code, **request_id}}]}


def test_an_operation_is_posted(post, city):
    response = post({"query": COUNT})

    assert (response.status_code, response.json()) == (200, COUNTED)
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"


def test_an_operation_is_in_the_address(get, city):
    response = get(query=COUNT)

    assert (response.status_code, response.json()) == (200, COUNTED)
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "answer"),
    [("Count", COUNTED), ("Title", {"data": {"vision": {"title": "Köln 21"}}})],
)
def test_one_of_several_operations_is_named(post, get, city, name, answer):
    assert post({"query": ASKED, "operationName": name}).json() == answer
    assert get(query=ASKED, operationName=name).json() == answer


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("Other", "BAD_REQUEST", 'Unknown operation named "Other".'),
        (None, "VALIDATION_ERROR", MANY),
        ("", "VALIDATION_ERROR", MANY),
    ],
)
def test_which_operation_must_be_clear(post, city, name, code, message):
    response = post({"query": ASKED, "operationName": name}, Accept=RESPONSE)

    assert (response.status_code, response.json()) == (400, refused(code, message))


def test_variables_come_beside_the_operation(post, get, city):
    answer = {"data": {"visions": {"nodes": [{"title": "Verwaltung"}]}}}

    assert post({"query": SCOPED, "variables": {"scope": ["ADMINISTRATION"]}}).json() == answer
    assert get(query=SCOPED, variables='{"scope": ["ADMINISTRATION"]}').json() == answer


@pytest.mark.parametrize("parts", [{}, {"variables": None, "extensions": None}, {"x": 1}])
def test_what_is_left_out_or_unknown_does_no_harm(post, city, parts):
    assert post({"query": COUNT, **parts}).json() == COUNTED


def test_empty_variables_in_the_address_are_none(get, city):
    assert get(query=COUNT, variables="", extensions="").json() == COUNTED


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}; charset=utf-8, {JSON}; charset=utf-8", RESPONSE),
        (f"{JSON}; charset=UTF-8", JSON),
        (f"{RESPONSE}, application/graphql+json, {JSON}, text/event-stream", RESPONSE),
        (f"{JSON}, {RESPONSE}; q=0.5", JSON),
        ("text/html, application/xml; q=0.9, */*; q=0.8", JSON),
    ],
)
def test_the_client_chooses_the_media_type(post, get, city, accept, content_type):
    for response in (post({"query": COUNT}, Accept=accept), get(accept, query=COUNT)):
        assert (response.status_code, response.json()) == (200, COUNTED)
        assert response.headers["Content-Type"] == f"{content_type}; charset=utf-8"
        assert "Accept" in response.headers["Vary"].split(", ")


def test_a_client_that_takes_neither_type_learns_which_there_are(post):
    response = post({"query": COUNT}, Accept="image/png")

    assert response.status_code == 406
    assert response.json() == refused(
        "NOT_ACCEPTABLE",
        "Answers come as application/json or application/graphql-response+json.",
    )


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (RESPONSE, 400)])
@pytest.mark.parametrize(
    ("query", "variables", "error"),
    [
        (
            "{",
            None,
            {
                "message": "Syntax Error: Expected Name, found <EOF>.",
                "locations": [{"line": 1, "column": 2}],
                "extensions": {"code": "SYNTAX_ERROR"},
            },
        ),
        ("{ zzz }", None, UNKNOWN),
        (
            SCOPED,
            {"scope": "HOUSE"},
            {
                "message": "Variable '$scope' has invalid value:"
                " Value 'HOUSE' does not exist in 'Scope' enum.",
                "locations": [{"line": 1, "column": 7}],
                "extensions": {"code": "VALIDATION_ERROR"},
            },
        ),
        (
            "mutation { visions { totalCount } }",
            None,
            {
                "message": "The mutation operation is not supported by the schema.",
                "locations": [{"line": 1, "column": 1}],
                "extensions": {"code": "VALIDATION_ERROR"},
            },
        ),
        (
            "subscription { visions { totalCount } }",
            None,
            {
                "message": "The subscription operation is not supported by the schema.",
                "locations": [{"line": 1, "column": 1}],
                "extensions": {"code": "VALIDATION_ERROR"},
            },
        ),
    ],
    ids=["syntax", "field", "variable", "mutation", "subscription"],
)
def test_a_refused_operation_has_no_data(post, city, accept, status, query, variables, error):
    response = post({"query": query, "variables": variables}, Accept=accept)

    assert (response.status_code, response.json()) == (status, {"errors": [error]})


@pytest.mark.parametrize("accept", [JSON, RESPONSE])
def test_a_field_that_fails_leaves_the_others(post, city, accept):
    query = '{ visions { totalCount } page(by: {id: "x"}) { title } }'

    response = post({"query": query}, Accept=accept)

    assert response.status_code == 200
    assert response.json() == {
        "data": {"visions": {"totalCount": 2}, "page": None},
        "errors": [
            {
                "message": "This is not an id of this API.",
                "locations": [{"line": 1, "column": 26}],
                "path": ["page"],
                "extensions": {"code": "INVALID_ID"},
            }
        ],
    }


def test_a_failure_that_takes_all_is_still_an_answer(post, city):
    response = post({"query": "{ visions(first: 101) { totalCount } }"}, Accept=RESPONSE)

    assert response.status_code == 200
    assert response.json() == {
        "data": None,
        "errors": [
            {
                "message": "Limit exceeded: page size 101, at most 100.",
                "locations": [{"line": 1, "column": 3}],
                "path": ["visions"],
                "extensions": {"code": "PAGE_SIZE_EXCEEDED", "limit": 100, "actual": 101},
            }
        ],
    }


def test_nothing_is_changed_by_address(get, city):
    response = get(query="mutation { visions { totalCount } }")

    message = "By GET nothing but queries is asked."
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert response.json() == refused("METHOD_NOT_ALLOWED", message)


def test_head_is_answered_like_get_without_the_body(client, city):
    got = client.get("/graphql/", {"query": COUNT})

    response = client.head("/graphql/", {"query": COUNT})

    assert response.status_code == 200
    assert response.content == b""
    assert int(response.headers["Content-Length"]) == len(got.content)
    assert response.headers.items() >= got.headers.items()


def test_a_public_read_knows_nobody(post, city, django_user_model):
    user = django_user_model.objects.create_user("anna")
    client = Client()
    client.force_login(user)
    with CaptureQueriesContext(connection) as queries:
        response = client.post("/graphql/", {"query": COUNT}, content_type=JSON)

    assert response.json() == COUNTED
    assert not response.cookies
    assert "Cookie" not in response.headers["Vary"]
    assert [sql for sql in queries.captured_queries if "session" in sql["sql"]] == []
    assert [sql for sql in queries.captured_queries if "user" in sql["sql"]] == []


def test_no_token_against_forgery_is_needed(city):
    response = Client(enforce_csrf_checks=True).post(
        "/graphql/", {"query": COUNT}, content_type=JSON
    )

    assert response.json() == COUNTED
