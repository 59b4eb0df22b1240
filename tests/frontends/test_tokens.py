"""Tokens of frontends: shown once, used for the schema, revoked; they open nothing else."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

from graphql_api.frontends.models import Frontend
from graphql_api.frontends.tokens import create, revoke

SCHEMA = "{ __schema { queryType { name } } }"
VISIONS = "{ visions { totalCount } }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
WRONG = {
    "errors": [
        {
            "message": "This token is unknown or was revoked. Ask for a new one, or for none.",
            "extensions": {"code": "INVALID_TOKEN"},
        }
    ]
}


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example")


@pytest.fixture
def secret(frontend) -> str:
    return create(frontend, "Bau", None)[1]


def asked(query: str, authorization: str) -> Any:
    return Client().post(
        "/graphql/",
        {"query": query},
        content_type="application/json",
        headers={"Authorization": authorization},
    )


def refused(response: Any) -> bool:
    said = response.json()
    said["errors"][0]["extensions"].pop("requestId", None)
    return (said, response.status_code, response["Cache-Control"]) == (
        WRONG,
        401,
        "private, no-store",
    )


def test_it_opens_introspection(ask, secret):
    assert "errors" in ask(SCHEMA)

    response = asked(SCHEMA, f"Bearer {secret}")

    assert response.json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}
    assert response["Cache-Control"] == "private, no-store"
    assert "Authorization" in response["Vary"]
    # What was prepared for a token is no answer to those without.
    assert "errors" in ask(SCHEMA)


def test_it_opens_graphiql(secret):
    headers = {"Accept": BROWSER, "Authorization": f"bearer {secret}"}

    response = Client().get("/graphql/", headers=headers)

    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "graphiql.js" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("accept", ["application/json", BROWSER])
def test_a_wrong_one_is_refused(secret, accept, caplog):
    other = APIToken.generate_token()

    for wrong in (other, secret[:-1], secret + "x", "", "ü", "x" * 10_000):
        response = Client().get(
            "/graphql/",
            {"query": VISIONS},
            headers={"Accept": accept, "Authorization": f"Bearer {wrong}"},
        )
        assert refused(response)
        assert response["WWW-Authenticate"] == 'Bearer error="invalid_token"'
        assert len(wrong) < 5 or wrong not in caplog.text
    assert "INVALID" not in str(asked(VISIONS, f"Bearer {secret}").json())


def test_a_revoked_one_is_refused(frontend):
    token, secret = create(frontend, "Bau", None)

    revoke(token, None)

    assert refused(asked(SCHEMA, f"Bearer {secret}"))


def test_that_of_a_person_is_refused(admin_user):
    _token, secret = APIToken.create_token(user=admin_user, name="Eigenes")

    assert refused(asked(SCHEMA, f"Bearer {secret}"))


def test_a_password_for_the_whole_site_is_not_the_apis(city):
    response = asked(VISIONS, "Basic dXNlcjpwYXNzd29yZA==")

    assert "errors" not in response.json()
    assert response["Cache-Control"] == "private, no-store"


def test_its_account_opens_nothing_in_the_administration(frontend, secret):
    frontend.refresh_from_db()
    account = frontend.account

    assert not account.has_usable_password()
    assert not account.get_all_permissions()
    assert not account.groups.exists()
    client = Client()
    client.force_login(account)
    assert client.get("/admin/").status_code == 302


def test_it_says_when_it_was_used_last(secret):
    def used() -> Any:
        return APIToken.objects.get().last_used_at

    now = timezone.now()
    assert used() is None
    with time_machine.travel(now, tick=False):
        asked(VISIONS, f"Bearer {secret}")
        assert used() == now
    with time_machine.travel(now + timedelta(seconds=30), tick=False):
        asked(VISIONS, f"Bearer {secret}")
        assert used() == now
    with time_machine.travel(now + timedelta(seconds=61), tick=False):
        asked(VISIONS, f"Bearer {secret}")
        assert used() == now + timedelta(seconds=61)


def test_it_goes_with_its_frontend(frontend, secret):
    Frontend.objects.all().delete()

    assert refused(asked(SCHEMA, f"Bearer {secret}"))
    assert not APIToken.objects.exists()
    assert not get_user_model().objects.filter(username__startswith="frontend-").exists()


def test_it_is_made_shown_once_and_revoked(admin_client, frontend):
    path = f"/admin/frontends/tokens/{frontend.pk}/"
    assert path in admin_client.get(f"/admin/frontends/edit/{frontend.pk}/").content.decode()

    made = admin_client.post(path, {"name": "Bau"})

    [secret] = re.findall(r'value="(wagtail_\w+)"', made.content.decode())
    assert "no-store" in made["Cache-Control"]
    assert "errors" not in asked(SCHEMA, f"Bearer {secret}").json()
    listed = admin_client.get(path).content.decode()
    token = APIToken.objects.get()
    assert secret not in listed
    assert f"{token.prefix}…" in listed
    revoking = f"{path}{token.pk}/revoke/"
    assert revoking in listed
    assert "Ja, widerrufen" in admin_client.get(revoking).content.decode()

    assert admin_client.post(revoking)["Location"] == path

    assert refused(asked(SCHEMA, f"Bearer {secret}"))
    assert revoking not in admin_client.get(path).content.decode()


def test_a_token_without_a_name_is_refused(admin_client, frontend):
    response = admin_client.post(f"/admin/frontends/tokens/{frontend.pk}/", {"name": ""})

    assert response.context["form"].errors["name"] == ["Dieses Feld muss ausgefüllt werden."]
    assert not APIToken.objects.exists()


def test_only_who_may_change_frontends_makes_tokens(client, frontend):
    user = User.objects.create_user("redaktion")
    group = Group.objects.create(name="Redaktion")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)

    response = client.post(f"/admin/frontends/tokens/{frontend.pk}/", {"name": "Bau"})

    assert response.status_code == 302
    assert not APIToken.objects.exists()
