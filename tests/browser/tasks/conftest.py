"""A browser for each module of tasks, a small city, its staff by their roles, and its API."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import BrowserContext, expect
from wagtail.models import Collection, Locale, Site
from wagtail.models import Page as WagtailPage

from tests.browser.conftest import chromium
from tests.browser.tasks.editor import Editor
from tests.factories import (
    ContactPointFactory,
    ImageFactory,
    ProgrammeFactory,
    StageFactory,
    VisionFactory,
)
from tests.roles.conftest import member

PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browsing() -> Iterator[BrowserContext]:
    """Give a module a browser that keeps its cache; Django may be asked meanwhile."""
    with pytest.MonkeyPatch.context() as patch, chromium() as browser:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        context = browser.new_context(locale="de-DE", viewport={"width": 1600, "height": 1000})
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def city(live_server: Any, settings: Any) -> SimpleNamespace:
    """Give a public vision with two stages and a contact, another vision, and the roles.

    Nobody presses a button within half a second after typing, as a test does: then a draft that
    saves itself meanwhile would be taken for that of another window.
    """
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    programme = ProgrammeFactory(
        parent=WagtailPage.get_first_root_node(), title="Stadt der Zukunft"
    )
    site = Site.objects.get()
    site.root_page = programme
    site.save()
    contact = ContactPointFactory(name="Büro der Stadtstrategie", phone="0221 1")
    vision = VisionFactory(parent=programme, title="Köln 21", contacts=[contact])
    other = VisionFactory(parent=programme, title="Verwaltung – innovativ", contacts=[contact])
    stages = [StageFactory(parent=vision, title=title) for title in ("Auftrag", "Umfrage")]
    for page in (vision, other, *stages):
        page.refresh_from_db()
        page.save_revision().publish()
    call_command("create_roles", verbosity=0)
    return SimpleNamespace(
        programme=programme, contact=contact, vision=vision, other=other, stages=stages
    )


@pytest.fixture
def at_work(
    city: SimpleNamespace, browsing: BrowserContext, live_server: Any
) -> Iterator[Callable[[str], Editor]]:
    """Have somebody of a role take a seat at the browser; who sat there before gets up.

    What the browser asks of others fails the test.
    """
    asked: list[str] = []
    browsing.on("request", lambda request: asked.append(request.url))
    staff = cache(member)

    def at_work(role: str) -> Editor:
        leave(browsing)
        client = Client()
        client.force_login(staff(role))
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        browsing.add_cookies([session | {"url": live_server.url}])
        return Editor(browsing.new_page(), live_server.url)

    yield at_work
    leave(browsing)
    ours = (live_server.url, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(ours)] == []


def leave(browsing: BrowserContext) -> None:
    for page in browsing.pages:
        page.close()
    browsing.clear_cookies()


@pytest.fixture
def ask(live_server: Any) -> Callable[..., Any]:
    """Ask the API as a frontend does, without the session of who edits."""

    def ask(query: str, **variables: Any) -> Any:
        server = live_server.thread
        with closing(HTTPConnection(server.host, server.port)) as connection:
            body = json.dumps({"query": query, "variables": variables})
            connection.request("POST", "/graphql/", body, {"Content-Type": "application/json"})
            answer = json.load(connection.getresponse())
        assert "errors" not in answer, answer
        return answer["data"]

    return ask


@pytest.fixture
def image(city: SimpleNamespace) -> Any:
    """Have an image in the library."""
    return ImageFactory(title="Luftbild", collection=Collection.get_first_root_node())


@pytest.fixture
def english(city: SimpleNamespace) -> Callable[[Any], Any]:
    """Publish a page in English."""

    def english(page: Any) -> Any:
        locale, _created = Locale.objects.get_or_create(language_code="en")
        translation = page.copy_for_translation(locale, copy_parents=True)
        translation.save_revision().publish()
        return translation

    return english
