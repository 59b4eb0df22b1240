"""What a preview beside a form is made of: the draft it is told, our module, Wagtail's checker."""

import json
import re

import pytest

from graphql_api.frontends.models import Frontend
from tests.admin.forms import sent
from vision_pages.models import VisionPage

VISION = "query($id: ID!) { page(by: {translationKey: $id}) { title } }"
ORIGINS = ["https://vorschau.stadt.example", "https://www.stadt.example"]


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(
        name="Stadt",
        base_address="https://www.stadt.example",
        preview_address="https://vorschau.stadt.example/{locale}?t={token}&p={path}",
    )


def test_a_frontend_that_is_shown_already_is_told_of_the_draft(admin_client, ask, city, frontend):
    address = f"/admin/pages/{city.vision.pk}/edit/preview/"
    admin_client.post(address, sent(VisionPage, title="Aachen 21", slug="aachen-21"))

    response = admin_client.get(address, {"mode": f"{frontend.pk}:live"})

    assert "no-store" in response["Cache-Control"]
    told = response.json()
    token = told.pop("token")
    assert told.pop("path").endswith("/aachen-21/")
    assert told == {"origin": ORIGINS[0]}
    shown = ask(VISION, headers={"X-Preview-Token": token}, id=str(city.vision.translation_key))
    assert shown == {"data": {"page": {"title": "Aachen 21"}}}


def said(page: str, name: str):
    """Give what a page holds as JSON under an id."""
    return json.loads(re.search(f'<script id="{name}"[^>]*>(.*?)</script>', page, re.DOTALL)[1])


def test_the_editor_takes_messages_from_registered_frontends_alone(admin_client, city, frontend):
    page = admin_client.get(f"/admin/pages/{city.vision.pk}/edit/").content.decode()

    assert said(page, "graphql-api-preview") == {"origins": ORIGINS, "live": ":live"}
    spec = said(page, "checker-axe-configuration")["spec"]
    assert spec["allowedOrigins"] == ["<same_origin>", *ORIGINS]


@pytest.mark.parametrize("name", ["preview.js", "content-checker.html"])
def test_registered_frontends_may_load_what_previews_need(client, frontend, name):
    response = client.get(f"/graphql/{name}", headers={"Origin": ORIGINS[1]})

    assert response["Access-Control-Allow-Origin"] == ORIGINS[1]
    strangers = client.get(f"/graphql/{name}", headers={"Origin": "https://fremd.example"})
    assert "Access-Control-Allow-Origin" not in strangers


def test_the_checker_in_a_frontend_answers_the_administration_alone(client, frontend):
    page = client.get("/graphql/content-checker.html").content.decode()

    spec = said(page, "checker-axe-configuration")["spec"]
    assert spec["allowedOrigins"] == ["<same_origin>", "http://testserver"]
    assert 'data-wagtail-userbar-origin="http://testserver"' in page
    assert "<aside hidden" in page
