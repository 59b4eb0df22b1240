"""What stands at the addresses of pages: nothing but the way to the API, or a frontend."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from cms.settings import dev

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
PATHS = ["/de/", "/de/koeln-21/", "/en/nichts/", "/de-simple/"]


@pytest.fixture
def frontend(settings):
    settings.FRONTEND = dev.FRONTEND
    settings.STATICFILES_DIRS = dev.STATICFILES_DIRS


def test_without_a_frontend_every_path_is_answered_alike(client):
    answers = [client.get(path) for path in PATHS]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert b'<a href="/graphql/">' in answers[0].content
    assert answers[0].headers["X-Robots-Tag"] == "noindex"


def test_only_development_has_a_frontend():
    # A process of its own: production changes what it takes over from the base, as the tests do.
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://leitbild@localhost/leitbild",
        "SECRET_KEY": "secret",
        "ALLOWED_HOSTS": "leitbild.example",
    }
    code = "from cms.settings import production; print(production.FRONTEND)"

    printed = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, env=environment)

    assert printed.decode().strip() == "None"
    assert dev.FRONTEND.joinpath("index.html").is_file()


def test_the_frontend_is_the_answer_to_every_path_of_a_page(client, frontend):
    index = dev.FRONTEND.joinpath("index.html").read_bytes()

    answers = [client.get(path) for path in PATHS]

    assert {answer.content for answer in answers} == {index}
    assert {answer.headers["Content-Type"] for answer in answers} == {"text/html; charset=utf-8"}


def test_the_frontends_files_lie_where_no_page_can(frontend):
    assert finders.find("frontend/main.js") == str(dev.FRONTEND / "main.js")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/admin/login/", 200), ("/sitemap.xml", 200), ("/robots.txt", 200), ("/documents/1/x/", 404)],
)
def test_the_frontend_leaves_other_addresses_alone(client, frontend, path, status):
    answer = client.get(path)

    assert answer.status_code == status
    assert b"frontend/main.js" not in answer.content
