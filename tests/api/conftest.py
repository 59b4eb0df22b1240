"""How tests ask the API, and a small public city to ask about."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from threading import get_ident
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.core.signals import request_finished, request_started
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from graphql_api.conf import Limits
from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import VisionLink

Ask = Callable[..., dict[str, Any]]
MUCH = 2**31


@pytest.fixture
def ask(client: Client) -> Ask:
    return asking(client)


@pytest.fixture(scope="module")
def module_ask(shared_db: None) -> Ask:
    return asking(Client())


def asking(client: Client) -> Ask:
    """Give a function that asks the API over HTTP and gives the whole answer."""

    def ask(query: str, headers: dict[str, str] | None = None, **variables: Any) -> Any:
        response = client.post(
            "/graphql/",
            {"query": query, "variables": variables},
            content_type="application/json",
            headers=headers,
        )
        return response.json()

    return ask


@pytest.fixture(scope="module")
def unlimited() -> Iterator[None]:
    """Let a module ask everything there is at once."""
    names = [f"GRAPHQL_API_MAX_{field.name.upper()}" for field in fields(Limits)]
    sizes = {"GRAPHQL_API_MAX_BODY_SIZE": MUCH}
    with override_settings(**dict.fromkeys(names, MUCH), **sizes):
        yield


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect the statements that requests send, whatever connection or cursor they take.

    A browser of another test may still be served, by a thread of its own: it is not counted.
    """
    seen: list[str] = []
    here, running = get_ident(), set[int]()
    execute = psycopg.Cursor.execute

    def counted(cursor: Any, sql: Any, *args: Any, **kwargs: Any) -> Any:
        if here in running and get_ident() == here:
            seen.append(str(sql))
        return execute(cursor, sql, *args, **kwargs)

    def started(**kwargs: Any) -> None:
        running.add(get_ident())

    def finished(**kwargs: Any) -> None:
        running.discard(get_ident())

    monkeypatch.setattr(psycopg.Cursor, "execute", counted)
    request_started.connect(started)
    request_finished.connect(finished)
    yield seen
    request_started.disconnect(started)
    request_finished.disconnect(finished)


@pytest.fixture(scope="module")
def shared_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Content that a module's tests share: built once, never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def db(shared_db: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Undo what a test does, and keep what its module shares."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def home(shared_db: None) -> Page:
    """The German home page that a new Wagtail site has."""
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def english(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


def read_again(shared: SimpleNamespace) -> SimpleNamespace:
    """Give a module's pages as they are stored, whatever other tests did to the instances."""
    return SimpleNamespace(
        **{name: type(page).objects.get(pk=page.pk) for name, page in vars(shared).items()}
    )


@pytest.fixture(scope="module")
def shared_city(home: Page) -> SimpleNamespace:
    programme = ProgrammeFactory(parent=home, title="Stadt der Zukunft")
    vision = VisionFactory(parent=programme, title="Köln 21")
    administration = VisionFactory(parent=programme, title="Verwaltung", scope="administration")
    vision.linked_visions.add(VisionLink(target=administration))
    vision.save_revision().publish()
    first = StageFactory(parent=vision, title="Erste", start_date="2020-12", end_date="2021-01-04")
    second = StageFactory(parent=vision, title="Zweite", start_date="2021-04", end_date="2021-04")
    index = ProjectIndexFactory(parent=programme)
    project = ProjectFactory(parent=index, title="Standortmarke Köln", serves=[vision])
    history = LeitbildHistoryFactory(parent=programme)
    entry = LeitbildEntryFactory(parent=history, title="Das erste Leitbild entsteht")
    return SimpleNamespace(
        programme=programme,
        vision=vision,
        administration=administration,
        first=first,
        second=second,
        index=index,
        project=project,
        history=history,
        entry=entry,
    )


@pytest.fixture
def city(shared_city: SimpleNamespace) -> SimpleNamespace:
    """Two visions linked with each other, their stages, a project and the Leitbild history."""
    return read_again(shared_city)
