"""Two at one target: one purges, the other leaves it to them."""

from threading import Thread

from django.db import connection

from graphql_api.models import PurgeState
from graphql_api.purging import pending
from graphql_api.purging.pending import purge
from graphql_api.purging.targets import made
from tests.caching.conftest import last_seq
from tests.factories import VisionFactory

EDGE = made({"product": "varnish", "url": "http://127.0.0.1:9/"})


def test_who_comes_second_leaves_the_rest_to_the_first(city, monkeypatch):
    before = last_seq()
    PurgeState.objects.create(target="edge", seq=before - 1)
    second, sent = [], []

    def meanwhile():
        VisionFactory(parent=city.programme)
        second.append(purge("edge", EDGE))
        connection.close()

    def forget(product, tags):
        sent.append(tags)
        if len(sent) == 1:
            thread = Thread(target=meanwhile)
            thread.start()
            thread.join()

    monkeypatch.setattr(pending, "forget", forget)

    assert purge("edge", EDGE) == [(before - 1, before), (before, last_seq())]
    assert second == [[]]
    assert len(sent) == 2
    assert PurgeState.objects.get().seq == last_seq() > before
