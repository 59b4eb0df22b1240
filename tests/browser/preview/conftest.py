"""The reference frontend on an origin of its own, and an editor who looks at drafts there."""

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Thread
from typing import Any, ClassVar

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import FrameLocator, Page, expect

from cms.settings.dev import FRONTEND
from graphql_api.models import Frontend
from tests.browser.conftest import chromium
from tests.browser.frontend.conftest import city

__all__ = ["city"]

expect.set_options(timeout=30_000)

# Loaded anew at each change: it shows where it was loaded, and connects without `update`.
PLAIN = """<!doctype html><html lang="de"><title>Einfach</title>
<main style="height: 3000px"><h1></h1></main>
<script type="module">
const token = new URLSearchParams(location.hash.slice(1)).get("preview");
const query = `{ page(by: {path: "${location.pathname.slice(6)}"}) { title } }`;
const answer = await fetch("API", { method: "POST", body: JSON.stringify({ query }),
  headers: { "Content-Type": "application/json", "X-Preview-Token": token } });
document.querySelector("h1").textContent = (await answer.json()).data.page.title;
const { preview } = await import("APIpreview.js");
preview({ api: "API" });
</script></html>"""


class Files(BaseHTTPRequestHandler):
    """Answers with the files of the frontend, and each address of a page with its document.

    pages: other frontends, by what their addresses begin with.
    """

    pages: ClassVar = {"/plain/": PLAIN}

    def __init__(self, api: str, *args: Any) -> None:
        self.api = api
        super().__init__(*args)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/static/frontend/"):
            body = FRONTEND.joinpath(path.removeprefix("/static/frontend/")).read_bytes()
        elif other := next(filter(path.startswith, self.pages), None):
            body = self.pages[other].replace("API", self.api).encode()
        else:
            text = FRONTEND.joinpath("index.html").read_text(encoding="utf-8")
            body = text.replace('content="/graphql/"', f'content="{self.api}"').encode()
        self.send_response(200)
        self.send_header("Content-Type", guess_type(path)[0] or "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(live_server: Any) -> Iterator[str]:
    """Serve the frontend on another host and port than the administration and the API."""
    files = partial(Files, f"{live_server.url}/graphql/")
    with ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture
def frontend(city: Any, settings: Any, live_server: Any, elsewhere: str) -> Frontend:
    """Register the frontend, and somebody who edits everything."""
    assert live_server.url != elsewhere
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    User.objects.create_superuser("chefin", password="geheim")
    return Frontend.objects.create(
        name="Anderswo",
        base_address=elsewhere,
        preview_address=f"{elsewhere}{{path}}#preview={{token}}",
    )


@pytest.fixture
def page(live_server: Any, elsewhere: str) -> Iterator[Page]:
    """Give an empty page of a browser that finds the administration and the frontend alone."""
    strangers: list[str] = []
    with chromium() as browser:
        context = browser.new_context(base_url=live_server.url, locale="de-DE")
        context.set_default_timeout(60_000)

        def note(sent: Any) -> None:
            if not sent.url.startswith((live_server.url, elsewhere, "data:", "blob:")):
                strangers.append(sent.url)

        context.on("request", note)
        yield context.new_page()
    assert strangers == []


def log_in(page: Page, address: str) -> None:
    page.goto(f"/admin/login/?next={address}")
    page.get_by_label("Benutzername").fill("chefin")
    page.get_by_label("Passwort").fill("geheim")
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url(lambda url: "/login/" not in url)


def edit(page: Page, pk: int) -> FrameLocator:
    """Open a page's form with its preview beside it, and wait until Wagtail would see a change."""
    address = f"/admin/pages/{pk}/edit/"
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => document.body.dataset.watched = '')"
    )
    page.set_viewport_size({"width": 1500, "height": 900})
    log_in(page, address)
    page.get_by_role("button", name="Vorschau").first.click()
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.locator("h1")).not_to_be_empty(timeout=60_000)
    expect(page.locator("body[data-watched]")).to_be_visible(timeout=60_000)
    return shown
