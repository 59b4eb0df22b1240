"""A real browser that reaches this machine alone, and notes what it wants of others."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium")


@pytest.fixture
def page(live_server) -> Iterator[Page]:
    """Give an empty page; what it asks of another origin is refused and fails the test."""
    if CHROMIUM is None and "CI" not in os.environ:
        pytest.skip("There is no chromium.")
    strangers: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
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
        browser.close()
    assert strangers == []
