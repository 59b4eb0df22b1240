"""A city with a programme in several languages, and somebody in each role."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Page, Site

from tests.factories import FieldOfActionFactory, ProgrammeFactory, StageFactory, VisionFactory
from tests.translation.translator import Translator
from vision_pages.models import ProgrammePage, VisionPage

# The columns of the matrices; those of translations are of English.
GROUPS = (
    "Redaktion",
    "Fachdienststelle",
    "Pressestelle",
    "Barrierefreiheit",
    "Übersetzung: English",
    "Übersetzungsprüfung: English",
    "Übersetzungsfreigabe: English",
    "Prüfgruppe",
    "Administration",
)


@pytest.fixture
def programme(db) -> ProgrammePage:
    page = ProgrammeFactory(parent=Page.get_first_root_node(), title="Stadt der Zukunft")
    Site.objects.update(root_page=page)
    for code in ("de-simple", "en", "tr"):
        page.copy_for_translation(Locale.objects.create(language_code=code))
    return page


@pytest.fixture
def roles(programme) -> None:
    call_command("create_roles", verbosity=0)


@pytest.fixture
def staff(roles) -> dict[str, User]:
    """Give one person of each group, by its name."""
    return {name: member(name) for name in GROUPS}


def member(group: str) -> User:
    user = User.objects.create_user(group, "", "geheim")
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def clients(staff) -> dict[str, Client]:
    found = {}
    for name, user in staff.items():
        found[name] = Client()
        found[name].force_login(user)
    return found


@pytest.fixture
def vision(programme) -> VisionPage:
    """Give a published vision with a published stage below it."""
    page = VisionFactory(parent=programme, title="Köln 21")
    StageFactory(parent=page, title="Start")
    return page


@pytest.fixture
def at(clients, django_capture_on_commit_callbacks):
    """Give somebody of a group at the translation editor."""
    languages = {locale.language_code: locale for locale in Locale.objects.all()}
    return lambda name: Translator(clients[name], languages, django_capture_on_commit_callbacks)


@pytest.fixture(params=["page", "term"])
def source(request, vision):
    """Give something that is translated."""
    return vision if request.param == "page" else FieldOfActionFactory(name="Klima")
