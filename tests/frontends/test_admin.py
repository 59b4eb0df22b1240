"""Frontends are registered in the settings, refused with a reason, and checked by a button."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from http.client import RemoteDisconnected
from http.server import BaseHTTPRequestHandler, HTTPServer
from socket import gaierror
from ssl import SSLCertVerificationError
from threading import Thread
from typing import Any
from urllib.error import URLError
from urllib.request import OpenerDirector

import pytest
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import Site

from graphql_api.frontends.models import Frontend

FORM = {
    "name": "Stadt",
    "base_address": "https://www.stadt.example/",
    "gives_addresses": "on",
    "preview_address": "https://www.stadt.example/vorschau?token={token}&pfad={path}",
    "allowed_origins": "https://app.stadt.example\r\nhttp://localhost:3000",
    "languages": ["de", "en"],
}


@pytest.fixture
def save(admin_client, city) -> Callable[..., Any]:
    def save(**changed: Any) -> Any:
        return admin_client.post("/admin/frontends/new/", FORM | changed)

    return save


def errors(response: Any) -> list[str]:
    assert response.status_code == 200
    form = response.context["form"]
    return [str(message) for messages in form.errors.values() for message in messages]


def test_a_frontend_is_registered(save):
    site = Site.objects.get(is_default_site=True)

    assert save(sites=[site.pk]).status_code == 302

    frontend = Frontend.objects.get()
    assert frontend.base_address == "https://www.stadt.example"
    assert frontend.origins == [
        "https://www.stadt.example",
        "https://app.stadt.example",
        "http://localhost:3000",
    ]
    assert frontend.languages == ["de", "en"]
    assert [*frontend.sites.all()] == [site]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("base_address", "www.stadt.example", "Bitte eine gültige Adresse eingeben."),
        ("base_address", "javascript:alert(1)", "Bitte eine gültige Adresse eingeben."),
        (
            "base_address",
            "https://www.stadt.example/?a=1",
            "Bitte ohne Fragezeichen, Raute und Passwort.",
        ),
        (
            "preview_address",
            "https://www.stadt.example/{pfad}",
            "Für {pfad} lässt sich nichts einsetzen.",
        ),
        (
            "allowed_origins",
            "https://app.stadt.example/",
            "https://app.stadt.example/ ist mehr als Protokoll und Rechnername: "
            "https://www.example.org.",
        ),
    ],
)
def test_what_is_no_address_is_refused_beside_its_field(save, name, value, message):
    response = save(**{name: value})

    assert response.context["form"].errors[name] == [message]
    assert Frontend.objects.count() == 0


def test_pages_have_one_address_in_each_language(save):
    save()
    again = {"name": "Zweite", "base_address": "https://zwei.example"}

    message = "„Stadt“ gibt Seiten, die es zeigt, schon ihre Adresse."
    assert errors(save(**again)) == [message]
    assert errors(save(**again, languages=[])) == [message]
    assert save(**again, languages=["tr"]).status_code == 302
    assert save(**again | {"name": "Dritte"}, gives_addresses="").status_code == 302


def test_only_who_may_change_frontends_sees_them(client, city):
    user = User.objects.create_user("redaktion", password="geheim")
    group = Group.objects.create(name="Redaktion")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    frontend = Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example")
    client.force_login(user)

    for address in ("", "new/", f"edit/{frontend.pk}/", f"inspect/{frontend.pk}/"):
        assert client.get(f"/admin/frontends/{address}").status_code == 302


class Answers(BaseHTTPRequestHandler):
    """A frontend that answers by what its path says."""

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/")
        self.send_response({"broken": 503, "moved": 302, "missing": 404}.get(name, 200))
        if name == "framed":
            self.send_header(
                "Content-Security-Policy", "default-src *; frame-ancestors http://testserver"
            )
        elif name == "refuses":
            self.send_header("X-Frame-Options", "DENY")
        elif name == "foreign":
            self.send_header("Content-Security-Policy", "frame-ancestors https://else.example")
        elif name == "moved":
            self.send_header("Location", "http://127.0.0.1:1/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def check(admin_client, city, address) -> Callable[..., list[str]]:
    def check(preview: str = "", base: str = address) -> list[str]:
        frontend = Frontend.objects.create(
            name=f"{base} {preview}",
            base_address=base,
            preview_address=preview and f"{address}/{preview}",
        )
        page = admin_client.get(f"/admin/frontends/inspect/{frontend.pk}/").content.decode()
        [listed] = re.findall(r'<ul class="frontend-check[^"]*">(.*?)</ul>', page, flags=re.DOTALL)
        items = re.findall(r"<li>(.*?)</li>", listed, flags=re.DOTALL)
        return [" ".join(re.sub(r"<[^>]*>", " ", unescape(item)).split()) for item in items]

    return check


UNENCRYPTED = (
    "bitte ansehen Die Adresse ist nicht verschlüsselt: Leserinnen und Leser "
    "sollten https bekommen."
)
NO_PAGE = "bitte ansehen Die Vorschauadresse antwortet, aber nicht mit einer Seite"
REACHED = ["geht Die Adresse antwortet.", UNENCRYPTED]


def test_a_frontend_that_works(check):
    assert check("framed?t={token}&p={path}") == [
        *REACHED,
        "geht Die Vorschauadresse antwortet.",
        "geht Die Vorschau neben dem Formular darf es zeigen.",
    ]


def test_one_without_preview(check):
    assert check() == [*REACHED, "bitte ansehen Ohne Vorschauadresse zeigt es keine Entwürfe."]


@pytest.mark.parametrize("name", ["refuses", "foreign"])
def test_one_that_may_not_be_framed(check, name):
    *_others, last = check(f"{name}?t={{token}}")

    assert last == (
        "geht nicht Die Vorschau neben dem Formular darf es nicht zeigen: Es muss mit "
        "„Content-Security-Policy: frame-ancestors http://testserver“ und ohne „X-Frame-Options“ "
        "antworten."
    )


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("broken", "geht nicht Die Vorschauadresse antwortet mit einem Fehler (503)."),
        ("missing", f"{NO_PAGE} (404)."),
        ("moved", f"{NO_PAGE} (302)."),
    ],
)
def test_one_that_answers_badly(check, name, finding):
    found = check(name)

    assert found[2] == finding
    assert found[3] == (
        "geht nicht In der Vorschauadresse fehlt {token}: Entwürfe lassen sich so nicht lesen."
    )


def test_one_that_is_not_there(check):
    first, *_others = check(base="http://127.0.0.1:1")

    assert first == "geht nicht Die Adresse ist nicht erreichbar: dort antwortet niemand."


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (URLError(gaierror(-2, "Name or service not known")), "diesen Namen kennt niemand"),
        (TimeoutError("timed out"), "binnen 5 Sekunden kam keine Antwort"),
        (URLError(SSLCertVerificationError("self-signed")), "das Zertifikat gilt nicht"),
        (RemoteDisconnected("Remote end closed"), "Remote end closed"),
    ],
)
def test_why_one_does_not_answer(check, monkeypatch, error, reason):
    def fails(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr(OpenerDirector, "open", fails)

    assert check()[0] == f"geht nicht Die Adresse ist nicht erreichbar: {reason}."
