"""The addresses of the demo's pages lead to the server that shows them."""

import pytest

from cms.management.commands.demo import give_address


@pytest.mark.parametrize("port", [8000, 8010])
def test_pages_stand_where_the_demo_listens(ask, port):
    give_address("127.0.0.1", port)
    give_address("127.0.0.1", port)

    answer = ask("{ programme { url } site { hostname } }", {"host": f"localhost:{port}"})

    assert answer["data"] == {
        "programme": {"url": f"http://127.0.0.1:{port}/de/"},
        "site": {"hostname": "127.0.0.1"},
    }
