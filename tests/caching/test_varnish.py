"""A real Varnish before the site: what it keeps, and what it forgets when something changes."""

from dataclasses import dataclass

import pytest
from django.core.handlers.wsgi import WSGIHandler

from graphql_api.caching.wsgi import CachedApplication
from graphql_api.models import PurgeState
from tests.caching.conftest import last_seq, until
from tests.factories import VisionFactory
from tests.purging.varnish import asked, example, origin, sent, varnish

VISIONS = "{ visions { nodes { title } } }"
PROJECTS = "{ projects { nodes { title } } }"
MISSING = '{ route(path: "/de/stadt-der-zukunft/neu/") { __typename } }'


@dataclass
class Edge:
    """Where Varnish is; its answers as what was said, and whether it was kept."""

    url: str

    def asks(self, query, **given):
        answer = asked(self.url, query, **given)
        return answer.body.decode(), answer.headers.get("X-Cache")


@pytest.fixture(params=["varnish", "varnish-ban"])
def edge(request, city, version, settings, tmp_path):
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
    settings.ALLOWED_HOSTS = ["testserver"]
    site = CachedApplication(WSGIHandler(), version)
    until(version.current)
    with origin(site) as port, varnish(example(port), tmp_path) as url:
        settings.GRAPHQL_API_PURGING = {"edge": {"product": request.param, "url": url}}
        PurgeState.objects.create(target="edge", seq=last_seq())
        yield Edge(url)


def test_what_changed_is_forgotten_and_nothing_else(edge, city):
    first = edge.asks(VISIONS)
    assert first == ('{"data":{"visions":{"nodes":[{"title":"Köln 21"}]}}}', "MISS")
    assert edge.asks(VISIONS) == (first[0], "HIT")
    projects, missing = edge.asks(PROJECTS)[0], edge.asks(MISSING)[0]

    city.vision.title = "Köln 22"
    city.vision.save_revision().publish()

    assert until(lambda: "Köln 22" in edge.asks(VISIONS)[0])
    assert edge.asks(VISIONS)[1] == "HIT"
    assert edge.asks(PROJECTS) == (projects, "HIT")
    assert edge.asks(MISSING) == (missing, "HIT")

    VisionFactory(parent=city.programme, slug="neu")
    assert until(lambda: "PageRoute" in edge.asks(MISSING)[0])
    assert edge.asks(PROJECTS) == (projects, "HIT")


def test_what_is_published_unchanged_is_kept(edge, city, time_machine):
    edge.asks(VISIONS)
    before = last_seq()

    city.vision.save()

    assert last_seq() == before
    assert edge.asks(VISIONS)[1] == "HIT"


def test_what_does_not_say_how_long_it_holds_is_not_kept(edge, city):
    for _ in range(2):
        missing = sent(edge.url, "/sitemap-2.xml")
        assert (missing.status, missing.headers["X-Cache"]) == ("404", "MISS")


def test_files_are_forgotten_too(edge, city):
    assert "neu/" not in sent(edge.url, "/sitemap.xml").body.decode()
    assert sent(edge.url, "/sitemap.xml").headers["X-Cache"] == "HIT"

    VisionFactory(parent=city.programme, slug="neu")

    assert until(lambda: "neu/" in sent(edge.url, "/sitemap.xml").body.decode())


def test_only_who_is_named_may_purge(edge, city, tmp_path):
    (tmp_path / "strict").mkdir()
    with origin(WSGIHandler()) as port:
        nobody = example(port).replace('"127.0.0.1";\n    "::1";', '"192.0.2.1";')
        assert "192.0.2.1" in nobody
        with varnish(nobody, tmp_path / "strict") as url:
            for method, header in (("PURGE", "xkey_purge"), ("BAN", "xkey_ban")):
                assert asked(url, VISIONS, method, **{header: "a"}).status == "403"
                assert asked(edge.url, VISIONS, method, **{header: "a"}).status == "200"
                assert asked(edge.url, VISIONS, method).status == "400"
    assert asked(edge.url, VISIONS, "BAN", xkey_ban=".*").status == "400"


def test_tags_are_not_passed_on_and_what_is_personal_is_not_kept(edge, city):
    assert "xkey" not in asked(edge.url, VISIONS).headers
    for _ in range(2):
        assert edge.asks(VISIONS, Authorization="Bearer x")[1] == "MISS"
    assert edge.asks(VISIONS, Cookie="sessionid=1")[1] == "HIT"
