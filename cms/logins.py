"""The demo's logins. Everyone knows their passwords, so nothing but the demo makes them."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.users.models import UserProfile

from vision_pages.roles import rights
from vision_pages.roles.groups import groups


@dataclass(frozen=True)
class Login:
    """Who may log in; the password is the user name."""

    role: rights.Role
    name: str


LOGINS = (
    Login(rights.EDITORS, "redaktion"),
    Login(rights.DEPARTMENT, "fachdienststelle"),
    Login(rights.PRESS_OFFICE, "pressestelle"),
    Login(rights.ACCESSIBILITY, "barrierefreiheit"),
    Login(rights.TRANSLATORS, "uebersetzung"),
    Login(rights.REVIEWERS, "pruefung"),
    Login(rights.RELEASERS, "freigabe"),
    Login(rights.READERS, "pruefgruppe"),
    Login(rights.ADMINISTRATION, "administration"),
)


@transaction.atomic
def make_logins() -> None:
    """Make those that are missing, each in the groups of its role."""
    for login in LOGINS:
        user = User.objects.filter(username=login.name).first() or make_user(login)
        user.groups.add(*groups(login.role))


def make_user(login: Login) -> User:
    user = User.objects.create_user(
        login.name,
        f"{login.name}@example.org",
        login.name,
        first_name=login.name.replace("ue", "ü").title(),
    )
    UserProfile.objects.create(user=user, preferred_language="de")
    return user
