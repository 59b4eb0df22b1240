"""Registered operations are asked by their hash; what they answer is what their text answers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
import time_machine
from django.contrib.auth.models import User
from django.http import HttpResponse

from graphql_api.frontends import operations
from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation, digest_of
from graphql_api.frontends.tokens import create
from graphql_api.http.examples import examples
from graphql_api.preparation import extension, prepared
from graphql_api.preparation.cache import PreparedCache
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.factories import FieldOfActionFactory, StrategicGoalFactory
from vision_pages.models import VisionPage

COUNT = "query Count { visions { totalCount } }"
COUNTED = {"data": {"visions": {"totalCount": 2}}}
TITLES = "query Titles($first: Int) { visions(first: $first) { nodes { title } } }"
RESPONSE = "application/graphql-response+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    """Begin with nothing at hand."""
    operations.forget(None)
    for name in ("_cache", "_registered"):
        monkeypatch.setattr(extension, name, PreparedCache())


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example")


@pytest.fixture
def register(frontend) -> Callable[[str], str]:
    """Register an operation; give its hash."""

    def register(document: str) -> str:
        digest = digest_of(document)
        Operation.objects.create(frontend=frontend, digest=digest, document=document)
        return digest

    return register


@pytest.fixture
def by_hash(client) -> Callable[..., HttpResponse]:
    def by_hash(digest: str, accept: str = "*/*", **parameters: str) -> Any:
        return client.get(f"/graphql/o/{digest}", parameters, headers={"Accept": accept})

    return by_hash


@pytest.fixture
def trusted_only(settings) -> None:
    settings.GRAPHQL_API_TRUSTED_ONLY = True


def told(response: Any) -> tuple[int, str, dict]:
    """Give what a refusal says: its status, what may keep it, and its one error."""
    [error] = response.json()["errors"]
    error["extensions"].pop("requestId")
    return response.status_code, response["Cache-Control"], error


NOT_FOUND = (
    404,
    "no-store",
    {
        "message": "No operation is registered under this hash.",
        "extensions": {"code": "OPERATION_NOT_FOUND"},
    },
)
NOT_TRUSTED = (
    403,
    "no-store",
    {
        "message": "Only registered operations are answered here, and this is none.",
        "extensions": {"code": "OPERATION_NOT_TRUSTED"},
    },
)


# --- by their hash


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["title"])
def test_it_is_answered_as_its_text_is(post, get, by_hash, register, example):
    StrategicGoalFactory()
    FieldOfActionFactory()
    query = example["query"]
    whole = post({"query": query}, Accept=RESPONSE)
    assert "errors" not in whole.json()
    digest = register(query)

    answers = [
        by_hash(digest, RESPONSE),
        get(RESPONSE, documentId=f"sha256:{digest}"),
        post({"documentId": f"sha256:{digest}"}, Accept=RESPONSE),
    ]

    for answer in answers:
        assert (answer.status_code, answer.content) == (200, whole.content)
        assert answer.headers == whole.headers


def test_variables_are_in_the_address(by_hash, post, register):
    digest = register(TITLES)
    first = {"data": {"visions": {"nodes": [{"title": "Köln 21"}]}}}

    assert by_hash(digest, variables='{"first":1}').json() == first
    assert post({"documentId": f"sha256:{digest}", "variables": {"first": 1}}).json() == first


def test_long_variables_are_posted_to_it(client, register):
    response = client.post(
        f"/graphql/o/{register(TITLES)}",
        {"variables": {"first": 1}},
        content_type="application/json",
    )

    assert response.json() == {"data": {"visions": {"nodes": [{"title": "Köln 21"}]}}}


def test_one_of_several_is_named(by_hash, register):
    digest = register(f"{COUNT} {TITLES}")

    assert by_hash(digest, operationName="Count").json() == COUNTED
    [error] = by_hash(digest).json()["errors"]
    assert error["message"].startswith("Must provide operation name")


def test_its_wrong_variables_are_refused_as_ever(by_hash, post, register):
    digest = register(TITLES)

    by_text = post({"query": TITLES, "variables": {"first": "x"}}, Accept=RESPONSE)
    answer = by_hash(digest, RESPONSE, variables='{"first":"x"}')

    assert (answer.status_code, answer.content) == (400, by_text.content)


def test_it_keeps_to_the_limits(by_hash, register):
    digest = register(TITLES)

    [error] = by_hash(digest, variables='{"first":1000000}').json()["errors"]

    assert error["extensions"]["code"] == "COST_EXCEEDED"


def test_head_is_answered_as_get_without_the_body(client, by_hash, register):
    digest = register(COUNT)

    head = client.head(f"/graphql/o/{digest}")

    assert head.content == b""
    assert head.headers == by_hash(digest).headers


def test_extensions_do_not_matter(by_hash, register):
    assert by_hash(register(COUNT), extensions='{"anything":1}').json() == COUNTED


def test_a_browser_reads_the_answer(get, by_hash, register, settings):
    settings.GRAPHQL_API_GRAPHIQL = True
    digest = register(COUNT)

    for response in (by_hash(digest, BROWSER), get(BROWSER, documentId=f"sha256:{digest}")):
        assert (response.json(), response["Content-Type"]) == (
            COUNTED,
            "application/json; charset=utf-8",
        )


@pytest.mark.parametrize("digest", ["0" * 64, "x", "A" * 64, "schema.graphql", "0" * 4_000])
def test_a_hash_that_is_not_registered(by_hash, city, digest):
    response = by_hash(digest, RESPONSE)

    assert response["Content-Type"] == f"{RESPONSE}; charset=utf-8"
    assert told(response) == NOT_FOUND


def test_a_document_id_that_is_not_registered(post, get, city):
    unknown = "sha256:" + "0" * 64

    assert told(post({"documentId": unknown})) == NOT_FOUND
    assert told(get(documentId=unknown)) == NOT_FOUND


@pytest.mark.parametrize("identifier", ["x", "0" * 64, "sha256:0", "md5:" + "0" * 32])
def test_a_document_id_of_another_kind(post, identifier):
    status, _cache, error = told(post({"documentId": identifier}))

    assert (status, error["message"]) == (
        400,
        "`documentId` must be `sha256:` and 64 hexadecimal digits.",
    )


def test_a_text_beside_the_hash_is_refused(post, by_hash, register):
    digest = register(COUNT)

    for response in (
        post({"documentId": f"sha256:{digest}", "query": COUNT}),
        by_hash(digest, query=COUNT),
    ):
        status, _cache, error = told(response)
        assert (status, error["message"]) == (
            400,
            "An operation comes by its text or by its hash, not by both.",
        )


def test_apollos_protocol_finds_it_too(post, register, settings):
    settings.GRAPHQL_API_PERSISTED_QUERIES = False
    named = {"persistedQuery": {"version": 1, "sha256Hash": register(COUNT)}}

    assert post({"extensions": named}).json() == COUNTED


# --- what it costs


def test_it_is_looked_up_with_one_statement_and_then_kept(by_hash, post, register, statements):
    post({"query": COUNT})
    by_text = len(statements)
    digest = register(COUNT)
    statements.clear()

    assert by_hash(digest).json() == COUNTED
    assert len(statements) == by_text + 1
    statements.clear()

    assert by_hash(digest).json() == COUNTED
    assert len(statements) == by_text


def test_a_hash_that_is_none_is_not_looked_up(by_hash, city, statements):
    by_hash("x" * 64)
    assert statements == []
    by_hash("0" * 64)
    assert len(statements) == 1


def test_what_is_kept_is_bounded(by_hash, register, monkeypatch):
    monkeypatch.setattr(operations, "CHARACTERS", 2 * len(COUNT) + 10)
    documents = [f"{COUNT} #{n}" for n in range(5)]

    for digest in map(register, documents):
        by_hash(digest)

    assert [text for text, _until in operations._known.entries.values()] == documents[-2:]


def test_strangers_do_not_push_it_out(ask, by_hash, register, settings, monkeypatch):
    settings.GRAPHQL_API_CACHED_TOKENS = 20
    parsed = []
    parse = prepared.parse
    monkeypatch.setattr(
        prepared, "parse", lambda query, **options: parsed.append(query) or parse(query, **options)
    )
    digest = register(COUNT)
    by_hash(digest)
    for n in range(10):
        ask(f"query Q{n} {{ __typename }}")
    parsed.clear()

    assert by_hash(digest).json() == COUNTED
    assert parsed == []


def test_it_is_forgotten_here_at_once_and_elsewhere_within_a_minute(by_hash, register, monkeypatch):
    digest = register(COUNT)
    now = [1_000.0]
    monkeypatch.setattr(operations, "monotonic", lambda: now[0])
    assert by_hash(digest).json() == COUNTED

    monkeypatch.setattr(operations._known, "clear", lambda: None)  # as another process has it
    Operation.objects.all().delete()
    now[0] += operations.SECONDS - 1
    assert by_hash(digest).json() == COUNTED
    now[0] += 1
    assert told(by_hash(digest)) == NOT_FOUND
    monkeypatch.undo()

    digest = register(TITLES)
    assert "data" in by_hash(digest).json()
    Frontend.objects.all().delete()
    assert told(by_hash(digest)) == NOT_FOUND


def test_the_day_of_its_last_use_is_noted(by_hash, register):
    digest = register(COUNT)
    operation = Operation.objects.get()
    assert operation.last_used_on is None

    for day in (date(2030, 5, 1), date(2030, 5, 2)):
        operations.forget(None)
        with time_machine.travel(f"{day} 10:00 +02:00", tick=False):
            by_hash(digest)
        operation.refresh_from_db()
        assert operation.last_used_on == day


def test_strangers_fill_no_more_than_the_places_there_are(post, city, settings, monkeypatch):
    settings.GRAPHQL_API_PERSISTED_QUERIES = True
    monkeypatch.setattr("graphql_api.http.persisted.PLACES", 1)
    first, second = COUNT, f"{COUNT} #"
    named = [
        {"persistedQuery": {"version": 1, "sha256Hash": digest_of(one)}} for one in (first, second)
    ]

    for query, extensions in zip((first, second), named, strict=True):
        assert post({"query": query, "extensions": extensions}).json() == COUNTED

    [error] = post({"extensions": named[0]}).json()["errors"]
    assert error["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
    assert post({"extensions": named[1]}).json() == COUNTED


# --- nothing else


def test_nothing_else_is_answered(post, get, register, trusted_only):
    register(COUNT)

    assert told(post({"query": TITLES})) == NOT_TRUSTED
    assert told(get(query=TITLES)) == NOT_TRUSTED
    assert told(post({"query": "{ __schema { description } }"})) == NOT_TRUSTED


def test_what_is_registered_is_answered_however_it_is_asked(
    post, get, by_hash, register, trusted_only
):
    digest = register(COUNT)
    named = {"persistedQuery": {"version": 1, "sha256Hash": digest}}

    for response in (
        by_hash(digest),
        get(documentId=f"sha256:{digest}"),
        post({"query": COUNT}),
        post({"extensions": named}),
        post({"query": COUNT, "extensions": named}),
    ):
        assert response.json() == COUNTED


def test_nobody_stores_operations_then(post, get, register, settings, trusted_only):
    settings.GRAPHQL_API_PERSISTED_QUERIES = True
    named = {"persistedQuery": {"version": 1, "sha256Hash": digest_of(COUNT)}}

    assert told(post({"query": COUNT, "extensions": named})) == NOT_TRUSTED
    assert told(post({"extensions": named})) == NOT_FOUND
    assert told(get(extensions=orjson.dumps(named).decode())) == NOT_FOUND


def test_a_frontends_token_asks_all(client, frontend, trusted_only):
    _token, secret = create(frontend, "Entwicklung", None)
    headers = {"Authorization": f"Bearer {secret}"}

    answer = client.post(
        "/graphql/", {"query": COUNT}, content_type="application/json", headers=headers
    )
    page = client.get("/graphql/", headers=headers | {"Accept": BROWSER})

    assert answer.json() == COUNTED
    assert page["Content-Type"] == "text/html; charset=utf-8"


def test_not_even_with_a_token_are_operations_stored_then(client, frontend, settings, trusted_only):
    settings.GRAPHQL_API_PERSISTED_QUERIES = True
    _token, secret = create(frontend, "Entwicklung", None)
    named = {"persistedQuery": {"version": 1, "sha256Hash": digest_of(COUNT)}}

    def asked(**parts: Any) -> Any:
        return client.post(
            "/graphql/",
            parts | {"extensions": named},
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        ).json()

    assert asked(query=COUNT) == COUNTED
    [error] = asked()["errors"]
    assert error["extensions"] == {"code": "PERSISTED_QUERY_NOT_SUPPORTED"}


@pytest.fixture
def draft_token(city) -> str:
    page = VisionPage.objects.get(pk=city.vision.pk)
    page.title = "Aachen 21"
    return token(store(page, User.objects.create_superuser("Stadt")))


def test_drafts_are_read_with_their_token_alone(client, by_hash, register, draft_token):
    digest = register(TITLES)

    def asked(**headers: str) -> Any:
        return client.get(f"/graphql/o/{digest}", {"variables": '{"first":1}'}, headers=headers)

    public = asked()
    assert public.json() == {"data": {"visions": {"nodes": [{"title": "Köln 21"}]}}}
    assert "no-store" not in public.get("Cache-Control", "")
    draft = asked(**{"X-Preview-Token": draft_token})
    assert draft.json() == {"data": {"visions": {"nodes": [{"title": "Aachen 21"}]}}}
    assert draft["Cache-Control"] == "private, no-store"
    assert asked(**{"X-Preview-Token": "x"}).json()["errors"][0]["extensions"] == {
        "code": "INVALID_PREVIEW_TOKEN"
    }
    assert asked().content == public.content


def test_a_drafts_token_is_none_of_a_frontend(post, city, draft_token, trusted_only):
    assert told(post({"query": COUNT}, **{"X-Preview-Token": draft_token})) == NOT_TRUSTED
