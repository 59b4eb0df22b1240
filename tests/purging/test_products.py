"""What each product is sent, whole; and what its answers mean."""

import hmac
import json
import socket
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from graphql_api.purging import sending
from graphql_api.purging.products import forget
from graphql_api.purging.sending import PurgeFailed
from graphql_api.purging.targets import made
from tests.purging.caches import serving

TAGS = [f"{number:010x}" for number in range(301)]
JSON = "application/json"
NEEDED = {"fastly": ["service"], "cloudflare": ["zone"], "webhook": []}


@pytest.fixture
def server():
    with serving() as server:
        yield server


def as_json(value):
    return json.dumps(value).encode()


def request(method, path, headers, body=b""):
    length = {"Content-Length": str(len(body))} if body else {}
    return method, path, {"Accept-Encoding": "identity", **length, **headers}, body


def test_varnish_takes_as_many_as_fit_into_a_header(server):
    forget(made({"product": "varnish", "url": f"{server.url}/"}), TAGS)

    assert server.requests == [
        request("PURGE", "/", {"xkey-purge": " ".join(TAGS[:300])}),
        request("PURGE", "/", {"xkey-purge": TAGS[300]}),
    ]


def test_varnish_bans_by_an_expression(server):
    forget(made({"product": "varnish-ban", "url": f"{server.url}/a?b"}), TAGS[:2])

    assert server.requests == [request("BAN", "/a?b", {"xkey-ban": f"{TAGS[0]}|{TAGS[1]}"})]


def test_fastly_takes_256_keys(server):
    forget(made({"product": "fastly", "url": server.url, "service": "SU1", "token": "t"}), TAGS)

    headers = {"Fastly-Key": "t", "Accept": JSON, "Content-Type": JSON}
    assert server.requests == [
        request("POST", "/service/SU1/purge", headers, as_json({"surrogate_keys": some}))
        for some in (TAGS[:256], TAGS[256:])
    ]


def test_cloudflare_takes_100_tags(server):
    forget(made({"product": "cloudflare", "url": server.url, "zone": "z", "token": "t"}), TAGS)

    headers = {"Authorization": "Bearer t", "Content-Type": JSON}
    assert server.requests == [
        request("POST", "/zones/z/purge_cache", headers, as_json({"tags": some}))
        for some in (TAGS[:100], TAGS[100:200], TAGS[200:300], TAGS[300:])
    ]


def test_a_webhook_is_signed(server, time_machine):
    time_machine.move_to(datetime(2026, 3, 2, 12, tzinfo=UTC), tick=False)

    forget(made({"product": "webhook", "url": f"{server.url}/hook", "secret": "s"}), TAGS)

    body = as_json({"tags": TAGS})
    signature = hmac.new(b"s", b"1772452800." + body, sha256).hexdigest()
    headers = {
        "Content-Type": JSON,
        "X-Purge-Timestamp": "1772452800",
        "X-Purge-Signature": f"sha256={signature}",
    }
    assert server.requests == [request("POST", "/hook", headers, body)]


@pytest.mark.parametrize(
    ("status", "is_transient"),
    [(500, True), (503, True), (429, True), (403, False), (404, False), (301, False), (304, False)],
)
def test_a_refusal_says_whether_it_may_be_right_later(server, status, is_transient):
    server.status, server.headers = status, {"Location": f"{server.url}/elsewhere"}
    server.body = b""

    with pytest.raises(PurgeFailed) as found:
        forget(made({"product": "fastly", "url": server.url, "service": "s", "token": "t"}), ["a"])

    assert str(found.value) == f"127.0.0.1 answered {status}"
    assert found.value.is_transient == is_transient
    assert len(server.requests) == 1


@pytest.mark.parametrize("body", [b'{"success": false}', b"[]", b"<html>", b""])
def test_cloudflare_says_no_in_a_body(server, body):
    server.body = body

    with pytest.raises(PurgeFailed, match="without success"):
        forget(made({"product": "cloudflare", "url": server.url, "zone": "z", "token": "t"}), ["a"])


def test_who_does_not_answer_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(sending, "TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(PurgeFailed, match="TimeoutError") as found:
            forget(made({"product": "varnish", "url": url}), ["a"])
    assert found.value.is_transient

    with pytest.raises(PurgeFailed, match="ConnectionRefusedError"):
        forget(made({"product": "varnish", "url": url}), ["a"])


def test_no_proxy_is_asked(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    forget(made({"product": "varnish", "url": server.url}), ["a"])

    assert len(server.requests) == 1


def test_what_is_secret_is_not_shown():
    options = {"url": "https://a.example", "service": "s", "zone": "z"}
    for product, secret in (("fastly", "token"), ("cloudflare", "token"), ("webhook", "secret")):
        given = {name: options[name] for name in ("url", *NEEDED[product])}
        target = made({"product": product, **given, secret: "geheim"})

        assert "geheim" not in repr(target) + repr(target.call(["a"]))
        assert "geheim" in str(target.call(["a"]).headers) or product == "webhook"
