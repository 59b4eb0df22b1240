"""A programme with a vision, projects and a history, and people who look at it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from tests.factories import ProgrammeFactory, ProjectIndexFactory, VisionFactory
from tests.roles.conftest import member
from vision_pages.models import ProgrammePage, ProjectIndexPage, VisionPage


@pytest.fixture
def programme(db: None) -> ProgrammePage:
    page = ProgrammeFactory(parent=Page.get_first_root_node(), title="Stadt der Zukunft")
    Site.objects.update(root_page=page)
    return page


@pytest.fixture
def vision(programme: ProgrammePage) -> VisionPage:
    return VisionFactory(parent=programme, title="Köln 21", start_date="2020-10")


@pytest.fixture
def index(programme: ProgrammePage) -> ProjectIndexPage:
    return ProjectIndexFactory(parent=programme)


@pytest.fixture
def english(programme: ProgrammePage) -> Locale:
    """Have something public in English, and nothing in Turkish."""
    locale = Locale.objects.create(language_code="en")
    for code in ("en", "tr"):
        found, _created = Locale.objects.get_or_create(language_code=code)
        page = programme.copy_for_translation(found)
        if found == locale:
            page.title = "City of the Future"
            page.save_revision().publish()
    return locale


@pytest.fixture
def editor(vision: VisionPage) -> User:
    call_command("create_roles", verbosity=0)
    return member("Redaktion")


@pytest.fixture
def admin(client: Client, vision: VisionPage) -> Client:
    client.force_login(User.objects.create_superuser("administration"))
    return client


@pytest.fixture
def statements(client: Client, editor: User) -> Callable[[str], int]:
    """Count the statements of an answer; the first one fills Wagtail's caches."""

    def count(address: str) -> int:
        client.force_login(editor)
        client.get(address)
        with CaptureQueriesContext(connection) as said:
            assert client.get(address).status_code == 200
        return len(said)

    return count


def listed(response: Any, *names: str) -> list[tuple[str, ...]]:
    """Give what a report lists, in the words of these columns."""
    assert response.status_code == 200
    return [
        tuple(str(row[name] if isinstance(row, dict) else getattr(row, name)) for name in names)
        for row in response.context["object_list"]
    ]
