"""A translation is shown beside its original to those who may not open that in its own place."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from graphql_api.frontends.models import Frontend
from tests.factories import FieldOfActionFactory, StageFactory
from tests.previews.leading import ADDRESS, led_to
from tests.translation.content import full_page

TRANSLATOR = "Übersetzung: English"
REVIEWER = "Übersetzungsprüfung: English"
PAGE = """query($id: ID!, $in: LocaleCode!) {
  page(by: {translationKey: $id}, locale: $in) { title } }"""


@pytest.fixture
def frontend(db) -> Frontend:
    return Frontend.objects.create(
        name="Stadt", base_address="https://www.stadt.example", preview_address=ADDRESS
    )


@pytest.fixture
def begun(at, vision):
    """Give the page that holds both previews, for somebody of a group."""
    at("Pressestelle").submit(vision, "en")
    translation = at("Pressestelle").translation(vision, "en")
    address = reverse("vision_pages_beside_source", args=[translation.pk])
    return lambda name, **given: at(name).client.get(address, given)


def asked(client, vision, query, code):
    """Ask the API with the token that a preview was sent."""
    return client.post(
        "/graphql/",
        {"query": PAGE, "variables": {"id": str(vision.translation_key), "in": code}},
        content_type="application/json",
        headers={"X-Preview-Token": query["t"]},
    )


def answer(client, vision, query, code):
    return asked(client, vision, query, code).json()["data"]["page"]


def test_both_are_shown_as_they_are_now(at, begun, clients, client, vision, frontend):
    translator = at(TRANSLATOR)
    translator.write_one(vision, "en", translator.segments(vision, "en")[0], "Cologne 21")

    [german, english] = begun(TRANSLATOR).context["previews"]

    assert [side["locale"].language_code for side in (german, english)] == ["de", "en"]
    for side, title in ((german, "Köln 21"), (english, "Cologne 21")):
        _parts, query = led_to(clients[TRANSLATOR], side["address"])
        assert query["l"] == side["locale"].language_code
        assert answer(client, vision, query, query["l"]) == {"title": title}


def test_an_original_that_is_no_more_translated_by_somebody_is_closed_to_them(
    at, begun, staff, clients, client, vision, frontend
):
    vision.unpublish()
    german = begun(TRANSLATOR).context["previews"][0]
    _parts, query = led_to(clients[TRANSLATOR], german["address"])
    assert answer(client, vision, query, "de") == {"title": "Köln 21"}

    staff[TRANSLATOR].groups.remove(Group.objects.get(name=TRANSLATOR))

    [error] = asked(client, vision, query, "de").json()["errors"]
    assert error["extensions"] == {"code": "INVALID_PREVIEW_TOKEN"}


@pytest.mark.parametrize("name", [TRANSLATOR, REVIEWER, "Administration"])
def test_who_may_edit_a_translation_sees_both(begun, frontend, name):
    assert begun(name).status_code == 200


@pytest.mark.parametrize("name", ["Redaktion", "Pressestelle", "Übersetzungsfreigabe: English"])
def test_nobody_else_does(begun, clients, frontend, name, at, vision):
    assert begun(name).status_code == 302
    number = at("Pressestelle").translation(vision, "en").pk
    source = reverse("vision_pages_preview_source", args=[number, str(frontend.pk)])
    assert clients[name].get(source).url == reverse("wagtailadmin_home")


def test_a_mode_that_is_none_shows_the_first_frontend(begun, frontend):
    other = Frontend.objects.create(
        name="Zweite", base_address="https://zwei.example", preview_address="https://zwei.example"
    )
    assert begun(TRANSLATOR, mode="99").context["mode"] == str(frontend.pk)
    assert begun(TRANSLATOR, mode=str(other.pk)).context["mode"] == str(other.pk)


def test_without_a_frontend_nothing_is_shown(begun):
    response = begun(TRANSLATOR)

    assert response.context["previews"] == []
    assert "Kein Frontend zeigt Entwürfe." in response.content.decode()


def test_terms_have_no_pages(at, programme):
    term = FieldOfActionFactory()
    at("Pressestelle").submit(term, "en")
    number = at("Pressestelle").translation(term, "en").pk

    address = reverse("vision_pages_beside_source", args=[number])
    assert at(TRANSLATOR).client.get(address).status_code == 404


def test_it_takes_as_many_statements_for_long_pages(at, vision, frontend):
    long = StageFactory(parent=vision)
    at("Pressestelle").submit(vision, "en")
    counts = []
    for page in (StageFactory(parent=vision), full_page(long)):
        at("Pressestelle").submit(page, "en")
        number = at("Pressestelle").translation(page, "en").pk
        address = reverse("vision_pages_beside_source", args=[number])
        at(TRANSLATOR).client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert at(TRANSLATOR).client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
