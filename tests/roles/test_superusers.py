"""Whoever may change users, but is no superuser, neither makes nor changes one."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

PERSON = {"email": "weber@example.org", "first_name": "Ida", "last_name": "Weber"}
PASSWORD = "Rheinufer-1164"


@pytest.fixture
def superuser(db) -> User:
    return User.objects.create_superuser("notfall", "notfall@example.org", "geheim")


def form(name: str) -> dict[str, str]:
    return {
        "username": name,
        **PERSON,
        "is_active": "on",
        "is_superuser": "on",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }


def test_nobody_is_made_a_superuser_and_the_rest_is_saved(clients):
    person = User.objects.create_user("weber")
    answer = clients["Administration"].post(
        reverse("wagtailusers_users:edit", args=[person.pk]), form("weber"), follow=True
    )

    person.refresh_from_db()
    assert (person.is_superuser, person.last_name) == (False, "Weber")
    assert (
        "„Administrator“ wurde nicht angekreuzt: Das kann nur, wer es selbst ist."
        in answer.content.decode()
    )


def test_nobody_is_created_as_a_superuser(clients):
    clients["Administration"].post(reverse("wagtailusers_users:add"), form("weber"))

    assert not User.objects.get(username="weber").is_superuser


def test_a_superuser_is_not_edited_by_others(clients, superuser):
    address = reverse("wagtailusers_users:edit", args=[superuser.pk])

    assert clients["Administration"].get(address).url == reverse("wagtailadmin_home")
    clients["Administration"].post(address, form("notfall"))
    superuser.refresh_from_db()
    assert superuser.check_password("geheim")


def test_a_superuser_makes_others(client, superuser):
    client.force_login(superuser)
    client.post(reverse("wagtailusers_users:add"), form("weber"))

    assert User.objects.get(username="weber").is_superuser
