"""`manage.py purge`: by hand, and what is left to do."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from graphql_api.documents.tags import tag
from graphql_api.models import PurgeState
from graphql_api.purging.invalid import last_seq
from tests.committing import stamp
from tests.purging.caches import serving

KEY = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def server(city, settings):
    stamp()
    with override("en"), serving() as server:
        settings.GRAPHQL_API_PURGING = {"edge": {"product": "varnish", "url": server.url}}
        PurgeState.objects.create(target="edge", seq=last_seq())
        yield server


def said(*args):
    out = StringIO()
    call_command("purge", *args, stdout=out, stderr=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("given", "tags"),
    [
        (["everything"], [("everything", "")]),
        (["paths", "/de/", "alt"], [("path", "/de"), ("path", "/alt")]),
        (["documents", KEY], [("document", KEY)]),
        (["kinds", "Vision"], [("kind", "Vision")]),
    ],
)
def test_by_hand(server, given, tags):
    assert said(*given) == "edge: purged.\n"
    assert server.tags == [{tag(*one) for one in tags}]


def test_by_tags(server):
    said("tags", "b", "a")

    assert server.tags == [{"a", "b"}]


def test_what_failed_is_shown_and_made_up_for(city, server):
    city.vision.title = "Neu"
    city.vision.save_revision().publish()
    stamp()
    server.status = 403
    with pytest.raises(CommandError, match="Not purged: edge"):
        said("pending")
    with pytest.raises(CommandError, match="Not purged: edge"):
        said("everything")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("purge", "status", stdout=out)
    first, second = out.getvalue().splitlines()
    assert first == "edge: 1 behind, purged at: never"
    assert second.startswith("  failed 1 times: 127.0.0.1 answered 403 (")

    server.status = 200
    assert said("pending") == "edge: purged.\n"
    assert "edge: 0 behind, purged at: 20" in said("status")
    server.requests.clear()
    said("pending")
    assert server.requests == []
