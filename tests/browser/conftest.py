"""A real browser that reaches this machine alone, and notes what it wants of others."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright
from wagtail.models import Page as WagtailPage
from wagtail.models import Site

from tests.factories import ProgrammeFactory, VisionFactory
from vision_pages.models import VisionPage

CHROMIUM = shutil.which("chromium")

# The browser's own services cannot get out, whatever they try.
ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser that finds nothing but this machine."""
    if CHROMIUM is None and os.environ.get("CI") != "true":
        pytest.skip("There is no chromium.")
    # Beside Playwright's loop Django opens others: nobody would close these before their database
    # is dropped, and the next module would find them dead.
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield browser
        browser.close()


@pytest.fixture
def page(live_server) -> Iterator[Page]:
    """Give an empty page; what it asks of another origin is refused and fails the test."""
    strangers: list[str] = []
    with chromium() as browser:
        context = browser.new_context(base_url=live_server.url, locale="de-DE")
        page = context.new_page()
        page.set_default_timeout(30_000)

        def only_ours(route):
            if route.request.url.startswith(live_server.url):
                return route.continue_()
            strangers.append(route.request.url)
            return route.abort()

        page.route("**/*", only_ours)
        yield page
    assert strangers == []


@pytest.fixture
def vision(live_server: Any) -> VisionPage:
    programme = ProgrammeFactory(parent=WagtailPage.get_first_root_node())
    Site.objects.update(root_page=programme)
    return VisionFactory(parent=programme, title="Köln 21")


@pytest.fixture
def editor(vision: VisionPage) -> User:
    """Give somebody of the press office, who writes and publishes."""
    call_command("create_roles", verbosity=0)
    user = User.objects.create_user("pressestelle", "pressestelle@example.org", "geheim")
    user.groups.add(Group.objects.get(name="Pressestelle"))
    return user
