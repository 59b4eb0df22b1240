"""Who opens what was sent back reads by whom and why, and nobody else reads it."""

import pytest
from django.urls import reverse

from tests.admin.forms import create, edit, sent
from tests.factories import FieldOfActionFactory
from tests.roles.test_workflow import STAGE, decide
from vision_pages.models import FieldOfAction, StagePage

COMMENT = "Die Zahl der Teilnehmenden fehlt."
ASKED = f"Fachdienststelle bittet um Änderungen: „{COMMENT}“"


def told(client, row) -> list[str]:
    """Give the messages above the form of a page or term."""
    route = "wagtailadmin_pages:edit"
    if not isinstance(row, StagePage):
        route = type(row).snippet_viewset.get_url_name("edit")
    page = client.get(reverse(route, args=[row.pk]))
    return [str(message) for message in page.context["messages"]]


@pytest.fixture
def stage(clients, vision) -> StagePage:
    create(clients["Redaktion"], vision, StagePage, "submit", **STAGE)
    stage = StagePage.objects.get(title="Beteiligung")
    clients["Redaktion"].get("/admin/")
    return stage


def test_who_sent_it_back_and_why_is_told_until_it_is_sent_in_again(clients, stage):
    decide(clients["Fachdienststelle"], stage, "reject", COMMENT)
    assert told(clients["Redaktion"], stage) == [ASKED]

    edit(clients["Redaktion"], stage, "submit", **STAGE | {"summary": "2.391 machten mit."})
    clients["Redaktion"].get("/admin/")
    assert told(clients["Fachdienststelle"], stage) == []


def test_without_a_comment_it_is_told_as_well(clients, stage):
    decide(clients["Fachdienststelle"], stage, "reject")

    assert told(clients["Redaktion"], stage) == ["Fachdienststelle bittet um Änderungen."]


def test_whoever_is_gone_is_named_by_their_task(clients, staff, stage):
    decide(clients["Fachdienststelle"], stage, "reject")
    staff["Fachdienststelle"].delete()

    assert told(clients["Redaktion"], stage) == ["Freigabe: Fachdienststelle bittet um Änderungen."]


def test_a_form_that_is_sent_says_it_no_more(clients, stage):
    decide(clients["Fachdienststelle"], stage, "reject", COMMENT)
    edit(clients["Redaktion"], stage, "submit", **STAGE | {"summary": "2.391 machten mit."})

    page = clients["Redaktion"].get("/admin/")
    assert ASKED not in [str(message) for message in page.context["messages"]]


def test_a_term_is_sent_back_in_the_same_words(clients):
    term = FieldOfActionFactory(live=False)
    address = reverse("wagtailsnippets_vision_pages_fieldofaction:edit", args=[term.pk])
    values = {"name": "Klima", "code": term.code}
    clients["Redaktion"].post(address, sent(FieldOfAction, "submit", **values))
    clients["Redaktion"].get("/admin/")
    decide(clients["Fachdienststelle"], FieldOfAction.objects.get(), "reject", COMMENT)

    assert told(clients["Redaktion"], term) == [ASKED]


def test_how_long_ago_it_was_is_said_in_german(clients, stage):
    decide(clients["Fachdienststelle"], stage, "reject", COMMENT)
    page = clients["Redaktion"].get(reverse("wagtailadmin_pages:edit", args=[stage.pk]))

    assert "Änderungen angefordert jetzt" in page.content.decode()
