"""Answers as of a past moment: what was said then, of what may still be read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageViewRestriction

from graphql_api.documents.history import SCHEMA, prune
from graphql_api.documents.models import Document, Version
from tests.committing import stamp

QUERY = """query($path: String!) {
  page(by: {path: $path}) { title children { totalCount } }
  visions { nodes { title status } } }"""
VISION = "/de/stadt-der-zukunft/koeln-21/"
PAST = timezone.now() - timedelta(days=100)


@pytest.fixture
def past(city):
    """Say everything since long ago, under the titles of then."""
    stamp()
    Version.objects.update(valid_from=PAST)
    return city


def as_of(days: int) -> dict[str, str]:
    return {"X-As-Of": (timezone.now() - timedelta(days=days)).isoformat()}


def rename(page, title: str) -> None:
    page.title = title
    page.save_revision().publish()
    stamp()


def test_the_words_of_then_are_given(ask, past):
    rename(past.vision, "Stadtvision")

    then, now = ask(QUERY, headers=as_of(1), path=VISION), ask(QUERY, path=VISION)

    assert then["data"]["page"] == {"title": "Köln 21", "children": {"totalCount": 2}}
    assert now["data"]["page"] == {"title": "Stadtvision", "children": {"totalCount": 2}}
    titles = [vision["title"] for vision in then["data"]["visions"]["nodes"]]
    assert titles == ["Köln 21", "Verwaltung"]


def test_the_moment_may_stand_in_the_address(client, past):
    rename(past.vision, "Stadtvision")
    day = (timezone.localdate() - timedelta(days=1)).isoformat()
    query = "{ visions { nodes { title } } }"

    answer = client.get("/graphql/", {"query": query, "asOf": day}).json()

    assert [one["title"] for one in answer["data"]["visions"]["nodes"]] == ["Köln 21", "Verwaltung"]


def test_before_the_beginning_there_was_nothing(ask, past):
    answer = ask(QUERY, headers=as_of(200), path=VISION)

    assert answer == {"data": {"page": None, "visions": {"nodes": []}}}


def test_status_is_that_of_the_day(ask, past):
    past.first.end_date = None
    past.first.start_date = (timezone.localdate() - timedelta(days=3)).isoformat()
    past.first.save_revision().publish()
    stamp()
    prune(timezone.now() + timedelta(days=1))
    Version.objects.update(valid_from=PAST)
    query = "query($path: String!) { page(by: {path: $path}) { ... on Stage { status } } }"
    path = f"{VISION}erste/"

    statuses = [
        ask(query, headers=as_of(days), path=path)["data"]["page"]["status"] for days in (5, 1)
    ]

    assert statuses == ["PLANNED", "RUNNING"]


@pytest.mark.parametrize("days", [1, 99])
def test_what_is_withdrawn_is_not_told_of_the_past(ask, past, days):
    past.vision.unpublish()
    PageViewRestriction.objects.create(page=past.administration, restriction_type="login")
    stamp()

    answer = ask(QUERY, headers=as_of(days), path=VISION)

    assert answer == {"data": {"page": None, "visions": {"nodes": []}}}


def test_the_next_operation_reads_the_present(ask, past):
    rename(past.vision, "Stadtvision")
    ask(QUERY, headers=as_of(1), path=VISION)

    assert ask(QUERY, path=VISION)["data"]["page"]["title"] == "Stadtvision"


@pytest.mark.parametrize(
    "text", ["yesterday", "2021-02-30", "2021-04-30T12:00:00", "2999-01-01", "0", "\u0661"]
)
def test_what_is_no_past_moment_is_refused(client, past, text):
    answer = client.get("/graphql/", {"query": "{ __typename }", "asOf": text}).json()

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_ARGUMENT"]


def test_answers_vary_by_moment_and_site(client, past):
    response = client.get("/graphql/", {"query": "{ __typename }"})

    assert {"X-As-Of", "X-Site"} <= {*response["Vary"].split(", ")}


def test_a_site_nobody_knows_has_nothing(ask, past):
    answer = ask(QUERY, headers={"X-Site": "nobody.example"}, path=VISION)

    assert answer == {"data": {"page": None, "visions": {"nodes": []}}}


@pytest.mark.parametrize("schema", [SCHEMA, "graphql_api_preview"])
def test_the_views_have_the_columns_of_the_table(db, schema):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = %s AND table_name = %s",
            [schema, Document._meta.db_table],
        )
        columns = {name for (name,) in cursor.fetchall()}

    assert columns == {field.column for field in Document._meta.fields}


def test_old_versions_can_be_forgotten(ask, past):
    rename(past.vision, "Stadtvision")

    deleted = prune(timezone.now() + timedelta(days=1))

    assert deleted == 1
    assert ask(QUERY, headers=as_of(1), path=VISION)["data"]["page"] is None
    assert ask(QUERY, path=VISION)["data"]["page"]["title"] == "Stadtvision"
