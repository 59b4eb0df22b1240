"""Whichever way an answer comes, it bears the same tags."""

from django.core.handlers.wsgi import WSGIHandler

from graphql_api.frontends.operations import digest_of
from graphql_api.http.examples import examples
from graphql_api.models import Frontend, Operation
from graphql_api.preparation import extension
from graphql_api.preparation.cache import PreparedCache
from tests.caching.conftest import environ, got
from tests.factories import StageFactory


def bare(query):
    return got(WSGIHandler(), environ(query))


def test_all_ways_to_an_answer_bear_the_same_tags(city, get, settings, monkeypatch):
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
    monkeypatch.setattr(extension, "_cache", PreparedCache())
    frontend = Frontend.objects.create(name="Portal", base_address="https://portal.example")
    StageFactory(parent=city.vision)
    for example in examples():
        query = example["query"]
        digest = digest_of(query)
        Operation.objects.create(frontend=frontend, digest=digest, document=query)
        settings.GRAPHQL_API_COMPILED_OPERATIONS = False
        plain = bare(query)
        settings.GRAPHQL_API_COMPILED_OPERATIONS = True
        answers = [bare(query), bare(query), get(query), get(query), get(query, method="HEAD")]
        answers += [get(path=f"/graphql/o/{digest}"), get(query, If_None_Match="*")]

        assert {one.headers.get("xkey") for one in answers} == {plain.headers.get("xkey")}
        assert ("xkey" in plain.headers) == (b'"errors"' not in plain.body)
