"""An operation that is compiled has the answer of one that graphql-core executes, byte for byte."""

import gc
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from random import Random
from typing import Any

import orjson
import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from graphql import is_object_type

from graphql_api.compilation.reading import declaration
from graphql_api.context import Context
from graphql_api.documents import facets, news, reading, redirects, sitemap
from graphql_api.http.examples import examples
from graphql_api.models import Document
from graphql_api.preparation import extension
from graphql_api.preparation.cache import PreparedCache
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from graphql_api.schema import schema
from tests.api.answers_alike import alike
from tests.api.everything import EVERYTHING
from tests.api.leaks import known_values, variables
from tests.api.linked_city import LinkedCity, linked_city
from tests.api.random_operations import Writer
from tests.http.test_limits import LARGEST

pytestmark = [
    pytest.mark.usefixtures("unlimited"),
    # What graphql-core cancels before it began, it leaves so.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited"),
]

# `COMPILATION_EXAMPLES=5000` looks for an hour.
EXAMPLES = int(os.environ.get("COMPILATION_EXAMPLES", "80"))
REQUEST_ID = re.compile(rb'"requestId":"\w+"')
FLAGS = [dict(zip("abc", values, strict=True)) for values in product([True, False], repeat=3)]
# What no document says: an error where it is read, or null where there may be none.
SPOILT: tuple[Any, ...] = (None, None, None, [], {}, "?", 7, [None], [{}])

Both = Callable[..., bytes]


@pytest.fixture(scope="module", autouse=True)
def collected() -> Iterator[None]:
    """Collect what graphql-core left unawaited, before a test does to which that is an error."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def city(home) -> LinkedCity:
    return linked_city(home)


@pytest.fixture
def known(city) -> dict[str, list[Any]]:
    """Give values that lead to something."""
    return known_values(city, city.vision, city.first, city.project, city.entry)


@pytest.fixture
def both(client: Client, statements, monkeypatch) -> Both:
    """Give what asks an operation of graphql-core and twice compiled, and the one answer."""
    monkeypatch.setattr(extension, "_cache", PreparedCache())

    def both(query: str, headers: dict[str, str] | None = None, **given: Any) -> bytes:
        answers = []
        for compiled in (False, True, True):
            statements.clear()
            with undone(), override_settings(GRAPHQL_API_COMPILED_OPERATIONS=compiled):
                response = client.post(
                    "/graphql/",
                    {"query": query, "variables": given},
                    content_type="application/json",
                    headers=headers,
                )
            content = REQUEST_ID.sub(b'"requestId":""', response.content)
            sent = [one for one in statements if "SAVEPOINT" not in one]
            answers.append((content, [*response.headers.items()], sent))
        plain, first, again = answers
        assert_same(first, plain)
        assert again == first
        return plain[0]

    return both


def assert_same(found: Any, expected: Any) -> None:
    """Compare answers, headers, and where nothing failed the statements."""
    (content, headers, sent), (told, others, statements) = found, expected
    answer, other = orjson.loads(content), orjson.loads(told)
    errors, failed = answer.pop("errors", []), other.pop("errors", [])
    if not failed:
        assert content == told
        assert sent == statements
    assert orjson.dumps(answer) == orjson.dumps(other)
    assert alike(answer.get("data"), errors, failed)
    assert unmeasured(headers) == unmeasured(others)


def unmeasured(headers: Any) -> list[Any]:
    return [one for one in headers if one[0] != "Content-Length"]


@contextmanager
def undone() -> Iterator[None]:
    """Let no statement that fails spoil what comes after."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def executed(query: str, given: dict[str, Any], *, compiled: bool) -> list[Any]:
    """Give the answer, and each error as it is before it is masked."""
    context = Context(request=RequestFactory().post("/graphql/"), response=HttpResponse())
    with undone(), override_settings(GRAPHQL_API_COMPILED_OPERATIONS=compiled):
        result = schema.execute_sync(query, variable_values=given, context_value=context)
    errors = [one.formatted | {"error": repr(one.original_error)} for one in result.errors or []]
    return [orjson.dumps(result.data), *errors]


def spoil(random: Random, value: Any) -> Any:
    """Put into a document here and there what it cannot say."""
    if random.randrange(100) < 4:
        return random.choice(SPOILT)
    if isinstance(value, dict):
        return {name: spoil(random, one) for name, one in value.items()}
    return [spoil(random, one) for one in value] if isinstance(value, list) else value


@pytest.fixture(params=["as published", "spoilt"])
def documents(request, city) -> bool:
    """Say whether the documents are spoilt."""
    if request.param == "spoilt":
        for document in Document.objects.exclude(kind="Site"):
            data = {
                name: spoil(Random(f"{document.source} {name}"), value)
                for name, value in document.data.items()
            }
            Document.objects.filter(pk=document.pk).update(data=data)
    return request.param == "spoilt"


@pytest.fixture
def each_by_itself(monkeypatch) -> None:
    """Let a statement fail alone, as it does outside a transaction."""
    fetch, opened = reading.fetch, connection.connection

    def fetch_alone(*args: Any, **kwargs: Any) -> Any:
        with opened.transaction():
            return fetch(*args, **kwargs)

    for module in (reading, facets, news, redirects, sitemap):
        monkeypatch.setattr(module, "fetch", fetch_alone)


@pytest.mark.usefixtures("each_by_itself")
def test_random_operations_have_one_answer(documents, known, settings):
    settings.GRAPHQL_API_INTROSPECTION = True
    told, faults = 0, 0
    for number in range(EXAMPLES):
        random = Random(number)
        writer = Writer(random, known)
        query = writer.operation()
        for flags in (*random.sample(FLAGS, 2), {}):
            given = writer.flagged(flags)
            answer = executed(query, given, compiled=False)
            found = executed(query, given, compiled=True)
            assert found[0] == answer[0], (number, flags)
            assert alike(orjson.loads(found[0]), found[1:], answer[1:]), (number, flags)
            told += len(answer[0])
            faults += len(answer) - 1
    assert told > 500 * EXAMPLES
    assert faults > EXAMPLES // 2


def test_everything_has_one_answer(both, city, documents):
    answer = both(EVERYTHING, **variables(city, city.secret_vision))

    assert (b"INTERNAL_ERROR" in answer) == documents


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["title"])
def test_examples_have_one_answer(both, city, documents, example):
    assert b'"data"' in both(example["query"])


def test_the_largest_operation_has_one_answer(both, city, documents):
    answer = both(LARGEST, path=variables(city, city.vision)["path"])

    assert documents or b"Offen" in answer


def test_a_preview_has_one_answer(both, city):
    city.vision.title = "Entwurf"
    draft = store(city.vision, None)

    path = variables(city, city.vision)["path"]
    assert b"Entwurf" in both(LARGEST, headers={"X-Preview-Token": token(draft)}, path=path)


def test_what_is_asked_again_is_compiled_once(ask, city, monkeypatch):
    monkeypatch.setattr(extension, "_cache", PreparedCache())
    query = "query($on: Boolean!) { programme { title @include(if: $on) path } }"
    first = ask(query, on=True)
    [known] = extension._cache.entries.values()
    left = known.plan.left

    assert ask(query, on=True) == first
    assert known.plan.left == left == known.document.token_count - 3
    assert ask(query, on=False) == {"data": {"programme": {"path": "/de/programm/"}}}
    assert known.plan.left == left - 2


def test_what_is_too_much_to_compile_is_answered_as_ever(ask, city, monkeypatch):
    monkeypatch.setattr(extension, "_cache", PreparedCache())
    query = "{ programme { title parent { title } ancestors { title } } }"
    first = ask(query)
    [known] = extension._cache.entries.values()
    known.plan.left, known.plan.roots = 1, {}

    assert ask(query) == first
    assert known.plan.left == 0


def test_it_can_be_turned_off(ask, city, settings, monkeypatch):
    monkeypatch.setattr(extension, "_cache", PreparedCache())
    settings.GRAPHQL_API_COMPILED_OPERATIONS = False

    ask("{ programme { title } }")

    [known] = extension._cache.entries.values()
    assert known.plan.roots == {}


def test_every_field_is_read_without_strawberry_around_it():
    """A new version of Strawberry may do otherwise, and nothing but the time would tell."""
    kinds = [one for one in schema._schema.type_map.values() if is_object_type(one)]
    wrapped = [
        f"{kind.name}.{name}"
        for kind in kinds
        if not kind.name.startswith("__")
        for name, field in kind.fields.items()
        if declaration(field, schema._schema) is None
    ]

    assert wrapped == []
