"""Apollo Client and urql, in their default modes and with automatic persisted queries."""

import pytest

pytestmark = pytest.mark.conformance

TITLES = [f"Projekt {number:02}" for number in range(20)]
TOO_MANY = {"code": "PAGE_SIZE_EXCEEDED", "limit": 100, "actual": 101}


def request(method: str, *, whole: bool, hashed: bool) -> dict:
    return {"method": method, "whole": whole, "hashed": hashed, "status": 200}


POSTED = request("POST", whole=True, hashed=False)
GOT = request("GET", whole=True, hashed=False)
GOT_BY_HASH = request("GET", whole=False, hashed=True)


def test_clients_ask_page_after_page(script, address, frontend, possible_types):
    results = script("clients.js", str(frontend), address)

    for result in results.values():
        assert result["titles"] == TITLES
        assert result["errors"] == [TOO_MANY]
    requests = {name: result["requests"] for name, result in results.items()}
    assert requests["apollo"] == [POSTED] * 3
    assert requests["urql"] == [GOT] * 3
    assert requests["apollo by hash again"] == [GOT_BY_HASH] * 3
    for name in ("apollo by hash", "urql by hash"):
        first, second, *rest = requests[name]
        assert (first, second["whole"]) == (GOT_BY_HASH, True)
        assert all(one["hashed"] for one in (second, *rest))
